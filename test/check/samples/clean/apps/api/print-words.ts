process.stdout.write(JSON.stringify({ es: { Size: { small: 'Pequeño' } }, en: { Size: { small: 'Small' } } }));
