'use client';

// The token that a person pastes passes through here. It lives in the memory of this page and nowhere else.
import { createContext, useContext, useState, type ReactNode } from 'react';

type TryContext = {
  /** Empty stands for the session. */
  token: string;
  setToken: (token: string) => void;
  /** The ping that was created last on this page; the result is asked with it. */
  lastTask: string;
  setLastTask: (task: string) => void;
};

const Context = createContext<TryContext>({
  token: '',
  setToken: () => {},
  lastTask: '',
  setLastTask: () => {},
});

export function TryProvider({ children }: { children: ReactNode }) {
  const [token, setToken] = useState('');
  const [lastTask, setLastTask] = useState('');
  return <Context value={{ token, setToken, lastTask, setLastTask }}>{children}</Context>;
}

export const useTry = () => useContext(Context);
