"""A panel on the screen: several families in turn, with hard walls between them."""
