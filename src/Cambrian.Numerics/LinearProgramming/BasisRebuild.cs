namespace Cambrian.Numerics.LinearProgramming;

/// <summary>Brings a basis into a fresh tableau with the largest pivots that there are, so that little is lost to rounding.</summary>
internal static class BasisRebuild
{
    // A basis whose next pivot is smaller is no basis, as rounding had it; what is missing stays outside.
    private const double LeastPivot = 1e-13;

    /// <summary>Exchanges variables until all that should be in the basis are.</summary>
    /// <param name="tableau">With the activities as its basis.</param>
    /// <param name="wanted">Variables that enter; those that did are taken out.</param>
    /// <param name="leaving">Activities that leave, as many.</param>
    public static void Enter(Tableau tableau, HashSet<int> wanted, HashSet<int> leaving)
    {
        while (wanted.Count > 0)
        {
            var (row, column, largest) = (-1, -1, LeastPivot);
            for (var i = 0; i < tableau.Rows; i++)
            {
                for (var j = 0; j < tableau.Columns && leaving.Contains(tableau.Basis[i]); j++)
                {
                    if (wanted.Contains(tableau.Outside[j]) && Math.Abs(tableau.At(i, j)) > largest)
                    {
                        (row, column, largest) = (i, j, Math.Abs(tableau.At(i, j)));
                    }
                }
            }

            if (row < 0)
            {
                return;
            }

            wanted.Remove(tableau.Outside[column]);
            leaving.Remove(tableau.Basis[row]);
            tableau.Exchange(row, column);
        }
    }
}
