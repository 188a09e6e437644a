import path from 'node:path';

const relations = new Set(['ManyToOne', 'OneToMany', 'OneToOne', 'ManyToMany']);
const libOf = (file) => /(?:^|\/)libs\/([^/]+)\//.exec(file.split(path.sep).join('/'))?.[1];

/** The class that a relation's first argument names: `() => Person` or `(type) => Person`. */
function targetOf(decorator) {
  const [argument] = decorator.expression.arguments;
  const body = argument?.type === 'ArrowFunctionExpression' ? argument.body : undefined;
  return body?.type === 'Identifier' ? body : undefined;
}

/** No TypeORM relation crosses a lib. The types tell where the target is declared, through whatever it was re-exported. */
export const foreignRelation = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      foreign:
        'No relation crosses a lib: hold {{column}} instead of {{target}} of {{lib}}, with the foreign key in the migration.',
      unreadable: 'Name the target of a relation as () => Class, so that its lib can be seen.',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const own = libOf(context.filename);
    const declaredIn = (identifier) => {
      const type = program.getTypeChecker().getTypeAtLocation(esTreeNodeToTSNodeMap.get(identifier));
      return libOf(type.getSymbol()?.declarations?.[0]?.getSourceFile().fileName ?? '');
    };
    return {
      Decorator(node) {
        if (node.expression.type !== 'CallExpression' || !relations.has(node.expression.callee.name)) return;
        const target = targetOf(node);
        if (!target) return context.report({ node, messageId: 'unreadable' });
        const lib = declaredIn(target);
        if (lib === own) return;
        const column = `${target.name[0].toLowerCase()}${target.name.slice(1)}Id`;
        context.report({
          node,
          messageId: 'foreign',
          data: { column, target: target.name, lib: lib ?? 'another place' },
        });
      },
    };
  },
};
