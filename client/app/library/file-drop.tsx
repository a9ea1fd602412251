import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso/router';
import { useEffect } from 'preact/hooks';
import { Icon } from '#client/ui/app-icon.tsx';
import { useShell } from '../shell/shell.ts';

/**
 * Files may be dropped anywhere on the page; the button twin is Upload, in the head. They are under way at once, and
 * the upload page shows them, where they get their titles.
 */
export function FileDrop() {
  const shell = useShell();
  const { route } = useLocation();
  const isOver = useSignal(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isOver.value = true;
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) isOver.value = false;
    };
    const drop = (event: DragEvent) => {
      isOver.value = false;
      if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      // A list of files dies with its event.
      const files = [...event.dataTransfer.files];
      void upload(files);
    };
    const upload = async (files: File[]) => {
      try {
        const { enqueueUploads } = await import('../studio/upload/queue.ts');
        enqueueUploads(shell, files);
        route('/studio/upload');
      } catch {
        shell.toasts.tell('This could not be loaded. Check your connection and drop the files again.');
      }
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver.value) return null;
  return (
    <div class="file-drop" aria-hidden="true">
      <Icon name="upload" />
      Drop to upload
    </div>
  );
}
