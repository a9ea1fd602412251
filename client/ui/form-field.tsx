import type { ComponentChildren } from 'preact';

/** What a control inside a field is to carry, so that its hint and its fault are read with it. */
export interface FieldBinding {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

/** A labelled control, its hint, and what is wrong with what stands in it. */
export function FormField({
  id,
  label,
  hint,
  fault,
  children,
}: {
  id: string;
  label: string;
  hint?: ComponentChildren;
  fault?: string | undefined;
  children: (binding: FieldBinding) => ComponentChildren;
}) {
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': fault !== undefined })}
      {hint && (
        <p id={`${id}-hint`} class="small muted">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} class="small bad-text">
          {fault}
        </p>
      )}
    </div>
  );
}
