import { useState } from 'react';
import { useDraft } from '@/components/shell/drafts';
import { anyService, type ServiceFilter, type ServiceFilterName } from '@/lib/domain/service-filter';
import { hasFilter } from '@/lib/queries/services';
import { readTypedFilter, type TypedFilter } from './typed-filter';

export type ServiceFinder = {
  text: string;
  /** What is searched by: the text without spaces around it, and without a filter that is still being typed. */
  typed: string;
  filter: ServiceFilter;
  isFiltered: boolean;
  /** The filter that is being typed, whose names are to choose from. */
  asking: TypedFilter | null;
  /** True while the kinds of filters are to choose from. */
  isChoosing: boolean;
  setText: (text: string) => void;
  setChoosing: (isChoosing: boolean) => void;
  /** Null takes the filter back. */
  setFilter: (name: ServiceFilterName, value: string | null) => void;
  clear: () => void;
  /** Takes back the last thing; false when there is nothing left. */
  undo: () => boolean;
};

type TextState = readonly [text: string, write: (text: string) => void];

/** A text that outlives a reload of the page, such as a phone does that has lost its network. */
export function useKeptText(): TextState {
  const [{ text }, keep] = useDraft('search');
  return [text, (next) => keep({ text: next, savedFor: null })];
}

/** What somebody looks for: a text, kept by whoever asks, and names that the services must have. */
export function useServiceFinder([text, writeText]: TextState): ServiceFinder {
  const [filter, writeFilter] = useState(anyService);
  const [isChoosing, setChoosing] = useState(false);
  const asking = readTypedFilter(text);
  const isFiltered = hasFilter(filter);

  const setText = (next: string) => {
    writeText(next);
    setChoosing(false);
  };
  const setFilter = (name: ServiceFilterName, value: string | null) => {
    writeFilter({ ...filter, [name]: value });
    if (asking !== null) writeText(asking.rest);
    setChoosing(false);
  };
  const clear = () => {
    setText('');
    writeFilter(anyService);
  };
  const undo = () => {
    if (isChoosing) setChoosing(false);
    else if (text !== '') setText('');
    else if (isFiltered) writeFilter(anyService);
    else return false;
    return true;
  };
  const typed = asking === null ? text.trim() : asking.rest.trim();
  return {
    text,
    typed,
    filter,
    isFiltered,
    asking,
    isChoosing,
    setText,
    setChoosing,
    setFilter,
    clear,
    undo,
  };
}
