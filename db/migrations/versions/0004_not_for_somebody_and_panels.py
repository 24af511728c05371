"""What is kept from named people, what stayed off a copy, panels, and a family's own plan"""

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
    op.add_column('line', sa.Column('dated', sa.String(), nullable=True))
    op.execute('ALTER TABLE meeting ADD COLUMN held_under VARCHAR')
    op.execute('ALTER TABLE meeting ADD COLUMN family_told_by VARCHAR')
    op.execute('ALTER TABLE meeting ADD COLUMN went_on_because VARCHAR')
    op.execute(
        'ALTER TABLE meeting ADD COLUMN plan_agreed BOOLEAN'
        ' CONSTRAINT plan_agreed_is_yes_or_no CHECK ("plan_agreed" IN (0, 1))'
    )
    op.execute('ALTER TABLE meeting ADD COLUMN plan_agreed_why VARCHAR')
    op.add_column('meeting', sa.Column('watched_by', sa.JSON(none_as_null=True), nullable=True))
    op.execute(
        'ALTER TABLE panel_item ADD COLUMN plan_kind VARCHAR CONSTRAINT plan_kind_is_known CHECK ("plan_kind" IN'
        " ('early_help', 'child_in_need', 'child_protection', 'education_health_care', 'none'))"
    )
    op.execute(
        'ALTER TABLE panel_item ADD COLUMN level_of_need INTEGER'
        ' CONSTRAINT level_of_need_in_range CHECK ("level_of_need" BETWEEN 1 AND 4)'
    )
    op.execute('ALTER TABLE panel_item ADD COLUMN worker_word VARCHAR')
    op.execute('ALTER TABLE panel_item ADD COLUMN went_on_because VARCHAR')
    op.create_table('safety_score',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('meeting', sa.String(), nullable=False),
    sa.Column('person', sa.String(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.Column('asked_by', sa.String(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('visibility_level', sa.String(), nullable=True),
    sa.Column('visibility_to', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('not_for', sa.JSON(none_as_null=True), nullable=True),
    sa.CheckConstraint('"value" BETWEEN 0 AND 10', name='value_from_nought'),
    sa.CheckConstraint('"visibility_level" IN (\'family\', \'named\', \'chair_and_agency\', \'safeguarding\')', name='visibility_level_is_known'),
    sa.ForeignKeyConstraint(['family', 'meeting'], ['meeting.family', 'meeting.id'], initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family', 'id')
    )
    op.create_table('panel',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('start', sa.String(), nullable=False),
    sa.Column('venue', sa.String(), nullable=False),
    sa.Column('ended', sa.String(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('panel_seat',
    sa.Column('panel', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('agency', sa.String(), nullable=False),
    sa.Column('is_chair', sa.Boolean(), nullable=False),
    sa.Column('is_here', sa.Boolean(), nullable=False),
    sa.CheckConstraint('"is_chair" IN (0, 1)', name='is_chair_is_yes_or_no'),
    sa.CheckConstraint('"is_here" IN (0, 1)', name='is_here_is_yes_or_no'),
    sa.ForeignKeyConstraint(['panel'], ['panel.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('panel', 'position')
    )
    op.create_table('panel_slot',
    sa.Column('panel', sa.String(), nullable=False),
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('panel_item', sa.String(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('seconds', sa.Integer(), nullable=False),
    sa.Column('is_over', sa.Boolean(), nullable=False),
    sa.CheckConstraint('"is_over" IN (0, 1)', name='is_over_is_yes_or_no'),
    sa.CheckConstraint('"minutes" >= 1', name='minutes_at_least'),
    sa.CheckConstraint('"seconds" >= 0', name='seconds_at_least'),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['panel'], ['panel.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('panel', 'family')
    )
    op.create_table('pack_held',
    sa.Column('fingerprint', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('version', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('fingerprint')
    )
