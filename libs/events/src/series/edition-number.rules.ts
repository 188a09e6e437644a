import { roman } from '#kernel';

/** How a series counts its editions on paper: `II`, `31.ª`, `1er`, or not at all. */
export const editionStyles = ['roman', 'ordinal_feminine', 'ordinal_masculine', 'unnumbered'] as const;

export type EditionStyle = (typeof editionStyles)[number];

function masculine(number: number): string {
  const last = number % 10;
  const shortened = (last === 1 || last === 3) && number % 100 !== 11;
  return shortened ? `${number}er` : `${number}.º`;
}

/** The number as the documents write it: `II`, `31.ª`, `1er`; empty when the series does not count its editions. */
export function editionLabel(number: number, style: EditionStyle): string {
  if (style === 'roman') return roman(number);
  if (style === 'ordinal_feminine') return `${number}.ª`;
  return style === 'ordinal_masculine' ? masculine(number) : '';
}
