CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"sound" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "services_search_sounds_idx";--> statement-breakpoint
DROP INDEX "services_mac_prefix_idx";--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "search_name" text GENERATED ALWAYS AS (btrim(substring(search_text from '^(?:[^ ]+ ?){' || least(length(search_sounds) - length(replace(search_sounds, ' ', '')), 200) || '}'))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "standing" smallint GENERATED ALWAYS AS (case when vanished_at is not null then 3 when lower(btrim(status)) in ('activo', 'ativo', 'active', 'gratis') then 0 when lower(btrim(status)) in ('suspendido', 'suspenso') then 1 else 2 end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "search_words_word_idx" ON "search_words" USING btree ("word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_words_word_end_idx" ON "search_words" USING btree ((reverse(word)) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_words_sound_idx" ON "search_words" USING btree ("sound" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_words_sound_end_idx" ON "search_words" USING btree ((reverse(sound)) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "services_name_words_idx" ON "services" USING gin (array_to_tsvector(array_remove(string_to_array(left(search_name, 500), ' '), '')));--> statement-breakpoint
CREATE INDEX "services_sounds_idx" ON "services" USING gin (array_to_tsvector(array_remove(string_to_array(left(search_sounds, 500), ' '), '')));--> statement-breakpoint
CREATE INDEX "services_words_idx" ON "services" USING gin (array_to_tsvector(array_remove(string_to_array(left(search_text, 500), ' '), '')));--> statement-breakpoint
CREATE INDEX "services_name_order_idx" ON "services" USING btree ("standing",(left(search_name, 100) collate "C"),"service_id");--> statement-breakpoint
CREATE INDEX "services_mac_digits_idx" ON "services" USING btree ((translate(lower(mac), ':-. ', '')) text_pattern_ops);--> statement-breakpoint
-- Whoever writes services, whether a load, an import or a copy, makes the words of their names known to the search.
CREATE FUNCTION "note_search_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_words (word, sound)
    SELECT DISTINCT ON (named.word) named.word, named.sound
    FROM changed, unnest(string_to_array(search_name, ' '), string_to_array(ltrim(search_sounds), ' ')) AS named (word, sound)
    WHERE length(named.word) BETWEEN 2 AND 40 AND named.sound IS NOT NULL
      AND NOT EXISTS (SELECT FROM search_words known WHERE known.word = named.word AND known.sound = named.sound)
    ORDER BY 1
    ON CONFLICT (word) DO UPDATE SET sound = excluded.sound;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "services_inserted" AFTER INSERT ON "services" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_search_words();--> statement-breakpoint
CREATE TRIGGER "services_changed" AFTER UPDATE ON "services" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_search_words();
