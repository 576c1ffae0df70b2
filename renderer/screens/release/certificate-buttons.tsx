import { Button } from '@mantine/core';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { engine } from '#renderer/client/connection.ts';
import { releaseText as text } from '#shared/text/window/release.ts';
import { CertificateView } from './certificate-view.tsx';
import { SaveCertificate } from './save-certificate.tsx';

/** A certificate: read here, or saved as a page to print. */
export function CertificateButtons({ releaseId, fileName }: { releaseId: string; fileName: string }) {
  const [reading, setReading] = useState(false);
  return (
    <>
      <Button
        leftSection={<FileText size={14} aria-hidden="true" />}
        aria-label={text.readOf(fileName)}
        onClick={() => setReading(true)}
      >
        {text.done.certificate}
      </Button>
      <SaveCertificate
        said={text.print.button}
        suggestedName={(ending) => text.print.name(fileName, ending)}
        print={(chosen) => engine.releases.printCertificate({ releaseId, ...chosen })}
      />
      {reading && <CertificateView releaseId={releaseId} fileName={fileName} onClose={() => setReading(false)} />}
    </>
  );
}
