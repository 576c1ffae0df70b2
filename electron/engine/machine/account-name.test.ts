import { expect, test, vi } from 'vitest';

const { userInfo } = vi.hoisted(() => ({ userInfo: vi.fn<() => { username: string }>() }));
vi.mock('node:os', () => ({ userInfo }));
const { accountName } = await import('./account-name.ts');

test('the account’s name is the operator’s, until another is given', () => {
  userInfo.mockReturnValue({ username: 'ada' });
  expect(accountName()).toBe('ada');
});

test('a user the system knows no name for goes by number', () => {
  userInfo.mockImplementation(() => {
    throw new Error('ENOENT: uv_os_get_passwd');
  });
  expect(accountName()).toMatch(/^user (\d+|unknown)$/);
});
