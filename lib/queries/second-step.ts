import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { enrolmentItemSchema, recoveryCodesItemSchema, secondStepItemSchema } from '@/lib/domain/second-step';
import { api } from './api';
import { ApiError } from './api-error';

const PATH = '/api/v1/profile/second-step/';
const KEY = ['second-step'] as const;

export const secondStepQuery = () =>
  queryOptions({
    queryKey: KEY,
    queryFn: ({ signal }) => api(PATH, secondStepItemSchema, { signal }),
  });

function useReadAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: KEY });
}

/** What answers a secret, or codes that nobody may see twice, is forgotten at once. */
const UNKEPT = { gcTime: 0 } as const;

export const useStartSecondStep = () =>
  useMutation({ mutationFn: () => api(PATH, enrolmentItemSchema, { method: 'POST' }), ...UNKEPT });

export function useConfirmSecondStep() {
  const onSuccess = useReadAgain();
  return useMutation({
    mutationFn: (code: string) =>
      api(`${PATH}confirm/`, recoveryCodesItemSchema, { method: 'POST', body: { code } }),
    onSuccess,
    ...UNKEPT,
  });
}

export function useRenewRecoveryCodes() {
  const onSuccess = useReadAgain();
  return useMutation({
    mutationFn: (proof: string) =>
      api(`${PATH}recovery-codes/`, recoveryCodesItemSchema, { method: 'POST', body: { proof } }),
    onSuccess,
    ...UNKEPT,
  });
}

export function useTurnOffSecondStep() {
  const onSuccess = useReadAgain();
  return useMutation({
    mutationFn: (proof: string) =>
      api(`${PATH}turn-off/`, secondStepItemSchema, { method: 'POST', body: { proof } }),
    onSuccess,
  });
}

/** The whole page is left: nothing of what it holds may stay. */
const goTo = (address: string) => window.location.assign(address);

/** For the error of any request: one that asks for the second step leads to where it is set up. */
export function leadToSecondStep(error: unknown): void {
  if (!(error instanceof ApiError) || error.code !== 'second_step_required') return;
  const { pathname, search } = window.location;
  if (pathname === '/second-step') return;
  goTo(`/second-step?callbackUrl=${encodeURIComponent(pathname + search)}`);
}
