/// <summary>Checks small sudoku boards of 4 × 4 digits in four rows of text, '.' being empty, and fills them.</summary>
public static class SudokuCheck
{
    public static bool IsValid(string board)
    {
        for (var i = 0; i < 16; i++)
        {
            if (board[i] != '.' && Clashes(board, i, board[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static string Candidates(string board, int square) =>
        string.Concat("1234".Where(digit => !Clashes(board, square, digit)));

    public static string Solve(string board)
    {
        var square = board.IndexOf('.');
        if (square < 0)
        {
            return board;
        }

        foreach (var digit in Candidates(board, square))
        {
            var solved = Solve(board.Substring(0, square) + digit + board.Substring(square + 1));
            if (solved != "")
            {
                return solved;
            }
        }

        return "";
    }

    private static bool Clashes(string board, int square, char digit)
    {
        var (y, x) = (square / 4, square % 4);
        for (var other = 0; other < 16; other++)
        {
            var (oy, ox) = (other / 4, other % 4);
            var seen = y == oy || x == ox || (y / 2 == oy / 2 && x / 2 == ox / 2);
            if (other != square && seen && board[other] == digit)
            {
                return true;
            }
        }

        return false;
    }
}
