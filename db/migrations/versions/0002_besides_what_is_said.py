"""Who was asked, how each was heard, what stayed open, corrections, contacts, settings and colleagues"""

from alembic import op
import sqlalchemy as sa


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added one by one, for that writes none of the rows anew.
    op.execute('ALTER TABLE meeting ADD COLUMN family_told_on DATE')
    op.execute('ALTER TABLE meeting ADD COLUMN resumes INTEGER CONSTRAINT resumes_at_least CHECK ("resumes" >= 1)')
    op.execute(
        'ALTER TABLE meeting ADD COLUMN children_first BOOLEAN'
        ' CONSTRAINT children_first_is_yes_or_no CHECK ("children_first" IN (0, 1))'
    )
    op.execute('ALTER TABLE meeting ADD COLUMN areas JSON')
    op.create_index('meeting_of_family', 'meeting', ['family', 'on', 'start', 'number'], unique=False)
    op.create_index('open_meeting_on', 'meeting', ['on'], unique=False, sqlite_where=sa.text('outcome IS NULL'))
    op.create_index('sitting_of_meeting', 'sitting', ['family', 'meeting'], unique=False)
    op.create_table('standing',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('has_met', sa.Boolean(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=True),
    sa.Column('agreed_time', sa.String(), nullable=True),
    sa.Column('agreed_place', sa.String(), nullable=True),
    sa.Column('goes_on', sa.Boolean(), nullable=False),
    sa.Column('planned_on', sa.Date(), nullable=True),
    sa.Column('no_day_since', sa.Date(), nullable=True),
    sa.Column('first_from', sa.Date(), nullable=True),
    sa.Column('dues', sa.String(), nullable=False),
    sa.Column('copies_on', sa.Date(), nullable=True),
    sa.Column('copies_made', sa.Integer(), nullable=False),
    sa.Column('review_on', sa.Date(), nullable=True),
    sa.Column('oldest_due', sa.Date(), nullable=True),
    sa.Column('name_order', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family')
    )
    op.create_index('by_name', 'standing', ['name_order', 'family'], unique=False)
    for name, columns in (
        ('review_due', ['review_on', 'planned_on']),
        ('no_day_yet', ['no_day_since']),
        ('first_meeting_due', ['first_from', 'planned_on']),
        ('oldest_action', ['oldest_due']),
        ('copies_due', ['copies_on', 'copies_made']),
    ):
        held = sa.text(f'{columns[0]} IS NOT NULL')
        op.create_index(name, 'standing', columns, unique=False, sqlite_where=held)
    op.create_table('setting',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('value', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('name')
    )
    op.create_table('colleague',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('agency', sa.String(), nullable=False),
    sa.Column('email', sa.String(), nullable=True),
    sa.Column('phone', sa.String(), nullable=True),
    sa.Column('interpreter', sa.Boolean(), nullable=True),
    sa.CheckConstraint('"interpreter" IN (0, 1)', name='interpreter_is_yes_or_no'),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('invitation',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('meeting', sa.String(), nullable=False),
    sa.Column('who', sa.String(), nullable=False),
    sa.Column('on', sa.Date(), nullable=True),
    sa.Column('how', sa.String(), nullable=True),
    sa.Column('reply', sa.String(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.CheckConstraint('"reply" IN (\'coming\', \'not_coming\', \'no_reply\')', name='reply_is_known'),
    sa.ForeignKeyConstraint(['family', 'meeting'], ['meeting.family', 'meeting.id'], initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family', 'id')
    )
    op.create_table('heard',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('meeting', sa.String(), nullable=False),
    sa.Column('who', sa.String(), nullable=False),
    sa.Column('how', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=True),
    sa.CheckConstraint('"how" IN (\'in_the_room\', \'from_afar\', \'their_words\', \'sent_word\', \'spoke_before\', \'not_heard\')', name='how_is_known'),
    sa.ForeignKeyConstraint(['family', 'meeting'], ['meeting.family', 'meeting.id'], initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family', 'id')
    )
    op.create_table('left_open',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('meeting', sa.String(), nullable=False),
    sa.Column('what', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['family', 'meeting'], ['meeting.family', 'meeting.id'], initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family', 'id')
    )
    op.create_table('correction',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('meeting', sa.String(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('by', sa.String(), nullable=False),
    sa.Column('what', sa.String(), nullable=False),
    sa.Column('about', sa.String(), nullable=True),
    sa.Column('was', sa.String(), nullable=True),
    sa.Column('why', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['family', 'meeting'], ['meeting.family', 'meeting.id'], initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family', 'id')
    )
    op.create_table('contact',
    sa.Column('family', sa.String(), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('by', sa.String(), nullable=False),
    sa.Column('how', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('time', sa.String(), nullable=True),
    sa.Column('who', sa.String(), nullable=True),
    sa.Column('reached', sa.Boolean(), nullable=True),
    sa.Column('visibility_level', sa.String(), nullable=True),
    sa.Column('visibility_to', sa.JSON(none_as_null=True), nullable=True),
    sa.CheckConstraint('"how" IN (\'call\', \'visit\', \'met\', \'message\', \'letter\', \'video\')', name='how_is_known'),
    sa.CheckConstraint('"reached" IN (0, 1)', name='reached_is_yes_or_no'),
    sa.CheckConstraint('"visibility_level" IN (\'family\', \'named\', \'chair_and_agency\', \'safeguarding\')', name='visibility_level_is_known'),
    sa.ForeignKeyConstraint(['family'], ['family.id'], ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('family', 'id')
    )
