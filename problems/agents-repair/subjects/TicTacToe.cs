/// <summary>Judges boards of noughts and crosses, written as nine characters row by row.</summary>
public static class TicTacToe
{
    public static char Winner(string board)
    {
        for (var i = 0; i < 3; i++)
        {
            if (Same(board, 3 * i, 1))
            {
                return board[3 * i];
            }

            if (Same(board, i, 3))
            {
                return board[i];
            }
        }

        if (Same(board, 0, 4) || Same(board, 2, 2))
        {
            return board[4];
        }

        return board.Contains('.') ? '?' : '=';
    }

    public static int WinningMove(string board, char player)
    {
        for (var square = 0; square < board.Length; square++)
        {
            if (board[square] != '.')
            {
                continue;
            }

            var after = board.Substring(0, square) + player + board.Substring(square + 1);
            if (Winner(after) == player)
            {
                return square;
            }
        }

        return -1;
    }

    private static bool Same(string board, int start, int step) =>
        board[start] != '.' && board[start] == board[start + step] && board[start] == board[start + 2 * step];
}
