import { useQuery } from '@tanstack/react-query';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { CheckHead } from './check-head.tsx';
import { CosignerKeys } from './cosigner-keys.tsx';
import { Countersignatures } from './countersignatures.tsx';
import styles from './heads.module.css';
import { NewestHead } from './newest-head.tsx';
import { StampWords } from './stamp-words.tsx';

/** The newest signed head to keep outside, heads that were kept held against the register, and who countersigned. */
export function HeadsTab() {
  const head = useQuery({ queryKey: [...keys.heads, 'newest'], queryFn: () => engine.register.head({}), staleTime: 0 });
  const cosigners = useQuery({
    queryKey: [...keys.heads, 'cosigners'],
    queryFn: () => engine.register.cosigners({}),
    staleTime: 0,
  });
  const failed = [head, cosigners].find(({ isError }) => isError);
  return (
    <div className={styles.page}>
      {failed && <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      {(head.isPending || cosigners.isPending) && <SkeletonRows rows={8} />}
      {head.data && <NewestHead head={head.data} />}
      {/* Where the newest head cannot be trusted, one that was kept outside says more than ever. */}
      <CheckHead />
      {cosigners.data && head.data && <Countersignatures found={cosigners.data} size={head.data.size} />}
      <StampWords />
      {cosigners.data && <CosignerKeys found={cosigners.data} />}
    </div>
  );
}
