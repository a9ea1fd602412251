-- Who may invite no longer, or not to that role, has no invitation standing: else whoever was removed comes back by their own.
CREATE FUNCTION app.close_invitations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE kept public.organization_role := CASE WHEN tg_op = 'UPDATE' THEN NEW.role END;
BEGIN
  UPDATE public.invitations SET revoked_at = now()
  WHERE organization_id = OLD.organization_id AND invited_by = OLD.user_id
    AND revoked_at IS NULL AND accepted_at IS NULL
    AND (kept IS NULL OR kept > 'ADMIN' OR (kept = 'ADMIN' AND role = 'OWNER'));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER close_invitations_of_gone AFTER DELETE ON organization_members
  FOR EACH ROW EXECUTE FUNCTION app.close_invitations();
--> statement-breakpoint
CREATE TRIGGER close_invitations_of_demoted AFTER UPDATE OF role ON organization_members
  FOR EACH ROW WHEN (NEW.role > OLD.role) EXECUTE FUNCTION app.close_invitations();
--> statement-breakpoint
-- Before the account goes, since its invitations forget whose they were.
CREATE FUNCTION app.close_own_invitations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.invitations SET revoked_at = now()
  WHERE invited_by = OLD.id AND revoked_at IS NULL AND accepted_at IS NULL;
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER close_own_invitations BEFORE DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION app.close_own_invitations();
