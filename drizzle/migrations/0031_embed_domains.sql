-- Whose pages may show an organization's videos, for whoever is shown one of them: its policy says it to every browser anyway.
-- Callers name the organization by a video they see; null where they see none, or it has never said.
CREATE FUNCTION app.embed_domains(organization uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (SELECT organizations.settings -> 'embedDomains' FROM public.organizations WHERE organizations.id = organization);
