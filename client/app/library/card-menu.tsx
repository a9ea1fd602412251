import { useRef } from 'preact/hooks';
import { Icon } from '#client/ui/app-icon.tsx';
import { useBrowse } from './browse.ts';
import { archive, moveToTrash } from './list-actions.ts';
import type { Video } from './pages.ts';

/** What one does with one video. */
export function CardMenu({ video, isManaged }: { video: Video; isManaged: boolean }) {
  const browse = useBrowse();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = `menu-${video.id}`;
  const choose = (act: () => void) => () => {
    menu.current?.hidePopover();
    act();
  };
  const isArchived = video.archivedAt !== null;
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button plain icon-only card-menu-button"
        popovertarget={id}
        aria-label={`More for ${video.title}`}
      >
        <Icon name="more" />
      </button>
      <div
        ref={menu}
        id={id}
        class="popover card-menu"
        popover="auto"
        onToggle={(event) => {
          if (button.current && event.newState === 'open') placeMenu(event.currentTarget, button.current);
        }}
      >
        {isManaged && (
          <a class="button plain" href={`/studio/v/${video.shortId}`}>
            <Icon name="edit" />
            Details
          </a>
        )}
        <button type="button" class="button plain" onClick={choose(() => void copyLink(browse.shell, video))}>
          <Icon name="link" />
          Copy watch link
        </button>
        {isManaged && (
          <>
            <button
              type="button"
              class="button plain"
              onClick={choose(() => void archive(browse, [video.id], !isArchived))}
            >
              <Icon name="archive" />
              {isArchived ? 'Take out of the archive' : 'Archive'}
            </button>
            <button
              type="button"
              class="button plain danger"
              onClick={choose(() => void moveToTrash(browse, [video.id]))}
            >
              <Icon name="trash" />
              Delete
            </button>
          </>
        )}
      </div>
    </>
  );
}

/**
 * Under its button, or above it where the window ends; within the window in any case. It goes when the page scrolls
 * away under it.
 */
function placeMenu(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isBelow = at.bottom + height < innerHeight;
  menu.style.top = `${isBelow ? at.bottom : Math.max(0, at.top - height - 8)}px`;
  addEventListener('scroll', () => menu.hidePopover(), { once: true, passive: true });
  menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
}

async function copyLink(
  { toasts }: ReturnType<typeof useBrowse>['shell'],
  { shortId }: Video,
): Promise<void> {
  const link = new URL(`/v/${shortId}`, location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    toasts.tell('The link is copied.');
  } catch {
    toasts.tell(`Your browser did not let us copy. This is the link: ${link}`);
  }
}
