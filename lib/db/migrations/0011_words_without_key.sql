-- Who brought a new word waited for all others that brought it, until their transactions ended: a load of the directory
-- next to the import of a file stood still. Now the word may stand here twice, which no search notices.
ALTER TABLE "search_words" DROP CONSTRAINT "search_words_pkey";--> statement-breakpoint
CREATE OR REPLACE FUNCTION "note_search_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_words (word, sound)
    SELECT DISTINCT named.word, named.sound
    FROM changed, unnest(string_to_array(search_name, ' '), string_to_array(ltrim(search_sounds), ' ')) AS named (word, sound)
    WHERE length(named.word) BETWEEN 2 AND 40 AND named.sound IS NOT NULL
      AND NOT EXISTS (SELECT FROM search_words known WHERE known.word = named.word AND known.sound = named.sound);
  RETURN NULL;
END $$;
