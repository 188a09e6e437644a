import '#support';
it('may use the support', () => undefined);
