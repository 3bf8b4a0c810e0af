using System.Globalization;
using System.Text;

namespace PeeringTools.CmdletHost.Language;

internal sealed partial class ScriptParser
{
    /// <summary>Text that is being read, with the variables and escapes in it.</summary>
    private sealed class ExpandableText(ScriptParser parser)
    {
        private readonly StringBuilder _letters = new();
        private readonly List<Expression> _parts = [];

        private Cursor At => parser._at;

        public void Add(char letter) => _letters.Append(letter);

        /// <summary>Takes a letter, an escape, a variable or a $( ).</summary>
        public void TakeOne(bool escapes)
        {
            if (At.Current == '$' && (char.IsLetter(At.Peek(1)) || At.Peek(1) is '_' or '{' or '?'))
            {
                EndLetters();
                _parts.Add(parser.ParseVariable());
            }
            else if (At.StartsWith("$("))
            {
                EndLetters();
                var start = At.Offset;
                At.Offset += 2;
                var statements = parser.ParseStatements(')');
                _parts.Add(new OutputExpression(parser.From(start), statements));
            }
            else if (escapes && At.Current == '`' && At.Peek(1) != '\0')
            {
                At.Offset++;
                TakeEscaped();
            }
            else
            {
                Add(At.Current);
                At.Offset++;
            }
        }

        public string? AsConstant() => _parts.Count == 0 ? _letters.ToString() : null;

        public Expression ToExpression(ScriptPosition position)
        {
            if (AsConstant() is { } constant)
                return new ConstantExpression(position, constant);
            EndLetters();
            return new ExpandableExpression(position, _parts);
        }

        private void EndLetters()
        {
            if (_letters.Length == 0)
                return;
            _parts.Add(new ConstantExpression(parser.From(At.Offset), _letters.ToString()));
            _letters.Clear();
        }

        private void TakeEscaped()
        {
            var letter = At.Current;
            At.Offset++;
            if (letter == 'u' && At.Current == '{')
            {
                var end = parser._source.Text.IndexOf('}', At.Offset);
                if (end < 0 || !int.TryParse(parser._source.Text.AsSpan(At.Offset + 1, end - At.Offset - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                    || !Rune.IsValid(code))
                {
                    throw parser.Error("The Unicode escape is malformed");
                }

                _letters.Append(new Rune(code).ToString());
                At.Offset = end + 1;
                return;
            }

            Add(letter switch
            {
                '0' => '\0',
                'a' => '\a',
                'b' => '\b',
                'e' => '\e',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'v' => '\v',
                _ => letter,
            });
        }
    }
}
