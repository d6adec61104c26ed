"""The schema, step by step. A step that was released is never changed; a new one is added."""

_FIRST = """
CREATE TABLE schema_step (
    number INTEGER NOT NULL PRIMARY KEY,
    taken TEXT NOT NULL
) STRICT;

CREATE TABLE about (
    changed_at TEXT
) STRICT;
INSERT INTO about VALUES (NULL);

-- What the app itself has to remember, by name: no record, never exported.
CREATE TABLE memo (
    name TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    ties TEXT NOT NULL,
    since TEXT,
    status TEXT NOT NULL,
    one_way INTEGER NOT NULL,
    aliases TEXT NOT NULL,
    colour INTEGER NOT NULL,
    created TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE circle (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE circle_member (
    circle TEXT NOT NULL REFERENCES circle (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (circle, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX circle_member_by_person ON circle_member (person);

CREATE TABLE word (
    id TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    feeling TEXT NOT NULL
) STRICT;

-- at_utc, created_utc: microseconds since 1970 in UTC, the order of moments.
-- wall: seconds since 1970-01-01 00:00 on the clock of the moment's own place, for the user's days.
CREATE TABLE interaction (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    at_utc INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    channel TEXT,
    minutes INTEGER,
    circle TEXT REFERENCES circle (id) DEFERRABLE INITIALLY DEFERRED,
    origin TEXT NOT NULL,
    batch TEXT,
    created TEXT NOT NULL,
    created_utc INTEGER NOT NULL,
    edited TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX interaction_by_time ON interaction (at_utc, created_utc, id);
CREATE INDEX interaction_by_wall ON interaction (wall);
CREATE INDEX interaction_by_circle ON interaction (circle) WHERE circle IS NOT NULL;

-- at_utc and wall are the interaction's own, kept here by the two triggers below: so one index answers
-- for a person, and one walk through this table for everyone. packed is what domain.answers says: each answer
-- in its own bits of one number.
CREATE TABLE impression (
    id TEXT NOT NULL PRIMARY KEY,
    interaction TEXT NOT NULL REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    at_utc INTEGER NOT NULL DEFAULT 0,
    wall INTEGER NOT NULL DEFAULT 0,
    packed INTEGER NOT NULL AS (
        (wall << 19) + coalesce(body + 4, 0) + (coalesce(met + 1, 0) << 3)
        + (CASE reach WHEN 'me' THEN 1 WHEN 'them' THEN 2 WHEN 'both' THEN 3 WHEN 'chance' THEN 4
            WHEN 'me_unanswered' THEN 5 WHEN 'them_unanswered' THEN 6 ELSE 0 END << 6)
        + (CASE way_back WHEN 'not_yet' THEN 1 WHEN 'me' THEN 2 WHEN 'them' THEN 3 WHEN 'both' THEN 4
            ELSE 0 END << 9)
        + (hurt << 12) + (json_array_length(gave) << 13) + (json_array_length(received) << 16)
    ) STORED,
    body INTEGER,
    before INTEGER,
    reach TEXT,
    met INTEGER,
    openness INTEGER,
    gave TEXT NOT NULL,
    received TEXT NOT NULL,
    words TEXT NOT NULL,
    places TEXT NOT NULL,
    role TEXT,
    truth TEXT,
    response TEXT,
    hurt INTEGER NOT NULL,
    way_back TEXT,
    way_back_on TEXT,
    note TEXT NOT NULL,
    UNIQUE (interaction, person)
) STRICT;
CREATE INDEX impression_by_person ON impression (person, at_utc, body, reach);

CREATE TABLE hope (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    since TEXT NOT NULL,
    look_again TEXT,
    state TEXT NOT NULL,
    closed TEXT,
    closing TEXT NOT NULL
) STRICT;
CREATE INDEX hope_by_person ON hope (person);

CREATE TABLE evidence (
    id TEXT NOT NULL PRIMARY KEY,
    hope TEXT NOT NULL REFERENCES hope (id) DEFERRABLE INITIALLY DEFERRED,
    impression TEXT NOT NULL REFERENCES impression (id) DEFERRABLE INITIALLY DEFERRED,
    direction TEXT NOT NULL,
    UNIQUE (hope, impression)
) STRICT;
CREATE INDEX evidence_by_impression ON evidence (impression);

CREATE TABLE reflection (
    id TEXT NOT NULL PRIMARY KEY,
    "on" TEXT NOT NULL,
    title TEXT NOT NULL,
    prompt TEXT,
    created TEXT NOT NULL,
    created_utc INTEGER NOT NULL,
    edited TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX reflection_by_day ON reflection ("on", created_utc, id);

CREATE TABLE reflection_person (
    reflection TEXT NOT NULL REFERENCES reflection (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (reflection, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX reflection_person_by_person ON reflection_person (person);

CREATE TABLE reflection_circle (
    reflection TEXT NOT NULL REFERENCES reflection (id) DEFERRABLE INITIALLY DEFERRED,
    circle TEXT NOT NULL REFERENCES circle (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (reflection, circle)
) STRICT, WITHOUT ROWID;
CREATE INDEX reflection_circle_by_circle ON reflection_circle (circle);

CREATE TABLE step (
    id TEXT NOT NULL PRIMARY KEY,
    practice TEXT NOT NULL,
    person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    offered TEXT NOT NULL,
    state TEXT NOT NULL,
    landed INTEGER,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX step_by_person ON step (person);

CREATE TABLE closeness (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    "on" TEXT NOT NULL,
    ring INTEGER NOT NULL,
    overlap INTEGER
) STRICT;
CREATE INDEX closeness_by_person ON closeness (person);

CREATE TABLE checkin (
    id TEXT NOT NULL PRIMARY KEY,
    week TEXT NOT NULL,
    seen INTEGER,
    someone INTEGER,
    alone INTEGER,
    note TEXT NOT NULL
) STRICT;

CREATE TRIGGER interaction_tells_when AFTER INSERT ON interaction BEGIN
    UPDATE impression SET at_utc = NEW.at_utc, wall = NEW.wall WHERE interaction = NEW.id;
END;
CREATE TRIGGER impression_asks_when AFTER INSERT ON impression BEGIN
    UPDATE impression SET at_utc = interaction.at_utc, wall = interaction.wall
    FROM interaction WHERE interaction.id = NEW.interaction AND impression.id = NEW.id;
END;
"""

# What search looks into, filled by store.index, which says what the number of a row is. Words are cut in
# Python; here spaces part them. fts_row: which row a record has.
_SEARCH = """
ALTER TABLE about ADD COLUMN indexed TEXT;

CREATE TABLE fts_row (
    id TEXT NOT NULL,
    kind INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    PRIMARY KEY (id, kind)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE fts USING fts5 (
    id UNINDEXED, name, text, more, columnsize = 0, prefix = '1',
    tokenize = "ascii tokenchars '_$+<=>^`|~'"
);
INSERT INTO fts (fts, rank) VALUES ('secure-delete', 1);
"""

# What waits to be felt, counted whenever a moment was logged; the terms are those of store.unfelt.
_UNFELT = """
CREATE INDEX impression_unfelt ON impression (person, at_utc, interaction, id, body, reach)
WHERE body IS NULL AND (reach IS NULL OR reach NOT IN ('me_unanswered', 'them_unanswered'));
"""

_WRITING = """
CREATE TABLE own_prompt (
    id TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    offered INTEGER NOT NULL
) STRICT;

CREATE TABLE version (
    id TEXT NOT NULL PRIMARY KEY,
    reflection TEXT NOT NULL REFERENCES reflection (id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL,
    at_utc INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX version_by_reflection ON version (reflection, at_utc, id);
"""

STEPS: tuple[str, ...] = (_FIRST, _SEARCH, _UNFELT, _WRITING)
"""SQL from each version of the schema to the next; an empty file is version 0"""
