namespace PeeringTools.CmdletHost.Conversion;

/// <summary>A compiled wildcard pattern.</summary>
internal sealed class Wildcard
{
    private readonly List<Piece> _pieces = [];
    private readonly bool _ignoreCase;

    public Wildcard(string pattern, bool ignoreCase)
    {
        _ignoreCase = ignoreCase;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '`' when i + 1 < pattern.Length:
                    _pieces.Add(new Piece(PieceKind.Letter, Fold(pattern[++i]), Set: null));
                    break;
                case '*':
                    _pieces.Add(new Piece(PieceKind.AnyText, default, Set: null));
                    break;
                case '?':
                    _pieces.Add(new Piece(PieceKind.AnyLetter, default, Set: null));
                    break;
                case '[' when pattern.IndexOf(']', i + 1) is var end and > 0:
                    _pieces.Add(new Piece(PieceKind.OneOf, default, Ranges(pattern[(i + 1)..end])));
                    i = end;
                    break;
                default:
                    _pieces.Add(new Piece(PieceKind.Letter, Fold(pattern[i]), Set: null));
                    break;
            }
        }
    }

    private enum PieceKind
    {
        Letter,
        AnyLetter,
        AnyText,
        OneOf,
    }

    public bool IsMatch(string text)
    {
        // The last star is the only one worth going back to.
        int piece = 0, at = 0, star = -1, starAt = 0;
        while (at < text.Length)
        {
            if (piece < _pieces.Count && _pieces[piece].Kind != PieceKind.AnyText && Matches(_pieces[piece], Fold(text[at])))
            {
                piece++;
                at++;
            }
            else if (piece < _pieces.Count && _pieces[piece].Kind == PieceKind.AnyText)
            {
                star = piece++;
                starAt = at;
            }
            else if (star >= 0)
            {
                piece = star + 1;
                at = ++starAt;
            }
            else
            {
                return false;
            }
        }

        while (piece < _pieces.Count && _pieces[piece].Kind == PieceKind.AnyText)
            piece++;
        return piece == _pieces.Count;
    }

    private static bool Matches(Piece piece, char letter) => piece.Kind switch
    {
        PieceKind.Letter => piece.Letter == letter,
        PieceKind.OneOf => piece.Set!.Exists(range => letter >= range.From && letter <= range.To),
        _ => true,
    };

    private List<(char From, char To)> Ranges(string set)
    {
        var ranges = new List<(char, char)>();
        for (var i = 0; i < set.Length; i++)
        {
            var isRange = i + 2 < set.Length && set[i + 1] == '-';
            ranges.Add((Fold(set[i]), Fold(set[isRange ? i + 2 : i])));
            if (isRange)
                i += 2;
        }

        return ranges;
    }

    private char Fold(char letter) => _ignoreCase ? char.ToLowerInvariant(letter) : letter;

    private readonly record struct Piece(PieceKind Kind, char Letter, List<(char From, char To)>? Set);
}
