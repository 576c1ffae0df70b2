import { useEffect, useState } from 'react';

/** True while a file is dragged over the window. */
export function useDropHint(): boolean {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (): void => setHovering(true);
    const out = (event: DragEvent): void => {
      if (event.type === 'drop' || event.relatedTarget === null) setHovering(false);
    };
    window.addEventListener('dragenter', over);
    window.addEventListener('dragleave', out);
    window.addEventListener('drop', out);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragleave', out);
      window.removeEventListener('drop', out);
    };
  }, []);
  return hovering;
}
