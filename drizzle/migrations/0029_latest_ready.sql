-- Of a stack the newest that can be played stands for all: a version that waits for its file hides no other. The head is
-- locked first, so that of two who change one stack the second sees what the first has done.
CREATE OR REPLACE FUNCTION app.keep_latest() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  head uuid;
  newest uuid;
BEGIN
  FOR head IN SELECT DISTINCT id FROM unnest(ARRAY[coalesce(NEW.version_of, NEW.id), coalesce(OLD.version_of, OLD.id)]) AS id
    WHERE id IS NOT NULL
  LOOP
    PERFORM FROM public.videos WHERE id = head FOR NO KEY UPDATE;
    SELECT id INTO newest FROM public.videos WHERE id = head OR version_of = head
    ORDER BY deleted_at IS NULL DESC, processing_status = 'complete' DESC, version_number DESC LIMIT 1;
    UPDATE public.videos SET is_latest = (id = newest)
    WHERE (id = head OR version_of = head) AND is_latest <> (id = newest);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER keep_latest_of_changed ON videos;
--> statement-breakpoint
CREATE TRIGGER keep_latest_of_changed AFTER UPDATE OF version_of, version_number, deleted_at, processing_status ON videos
  FOR EACH ROW WHEN ((OLD.version_of, OLD.version_number, OLD.deleted_at, OLD.processing_status)
    IS DISTINCT FROM (NEW.version_of, NEW.version_number, NEW.deleted_at, NEW.processing_status))
  EXECUTE FUNCTION app.keep_latest();
