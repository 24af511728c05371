"""Family meetings in English children's centres, recorded live by keyboard."""
