import { useLocation } from 'preact-iso/router';
import { useEffect, useRef } from 'preact/hooks';
import { useShell } from '../shell/shell.ts';

/** On a page of one organization's thing: who chooses another organization is shown what that one has. */
export function useOwnOrganization(index: string): void {
  const { route } = useLocation();
  const chosen = useShell().organization.value?.id;
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current !== undefined && before.current !== chosen) route(index);
    before.current = chosen;
  }, [chosen]);
}
