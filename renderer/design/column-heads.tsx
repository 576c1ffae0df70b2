/** The head of a table: a name over each column. @param deeds a last column of buttons stands under no name */
export function ColumnHeads({ names, deeds = false }: { names: readonly string[]; deeds?: boolean }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        {deeds && <td />}
      </tr>
    </thead>
  );
}
