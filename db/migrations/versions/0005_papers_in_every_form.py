"""The form and language of papers, what became of each copy, short words, files of the organisation's own"""

from alembic import op
import sqlalchemy as sa


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('person', sa.Column('copy_language', sa.String(), nullable=True))
    op.add_column('worker', sa.Column('formats', sa.JSON(none_as_null=True), nullable=True))
    for column in ('format', 'language', 'replaces'):
        op.add_column('copy', sa.Column(column, sa.String(), nullable=True))
    for column in ('printed_on', 'owed_by', 'removed_on'):
        op.add_column('copy', sa.Column(column, sa.Date(), nullable=True))
    for name, column, held in (
        ('family_to_tell', 'tell_family_by', 'tell_family_told_on IS NULL'),
        ('talk_put_off', 'carried_to', 'carried_to IS NOT NULL'),
    ):
        op.create_index(
            name, 'panel_item', [column], unique=False, sqlite_where=sa.text(held), if_not_exists=True
        )
    op.create_table('easy_words',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('of', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('confirmed_by', sa.String(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family', 'id')
    )
    op.create_table('kept_file',
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.CheckConstraint("\"kind\" IN ('paper', 'language')", name='kind_is_known'),
    sa.PrimaryKeyConstraint('kind', 'name')
    )
