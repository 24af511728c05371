"""What is kept from named people, and what stayed off a copy"""

from alembic import op
import sqlalchemy as sa


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

SAID = (
    'line', 'score', 'contribution', 'child_words', 'priority', 'action', 'update', 'closure', 'contact', 'known',
)


def upgrade() -> None:
    for table in SAID:
        op.add_column(table, sa.Column('not_for', sa.JSON(none_as_null=True), nullable=True))
    for table in ('line', 'action'):
        op.add_column(table, sa.Column('times_not_for', sa.JSON(none_as_null=True), nullable=True))
    op.add_column('copy', sa.Column('without', sa.JSON(none_as_null=True), nullable=True))
