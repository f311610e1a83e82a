using System.Globalization;
using Cambrian.Numerics.LinearProgramming;

namespace Cambrian.Numerics.Tests.LinearProgramming;

/// <summary>The linear programme AFIRO of Netlib's lp/data (a farm's crops over four seasons, M. A. Saunders): 27 rows, 32 columns, minimum −464.75314286.</summary>
internal static class Afiro
{
    private const string Equations = "R09 R10 R12 R13 R19 R20 R22 R23";

    private const string Limits = "X05=80 X21 X17=80 X18 X19 X20 X27=500 X44 X40=500 X41 X42 X43 X45 X46 X47 X48 X49 X50=310 X51=300";

    private const string Columns = """
        X01 X48 .301 R09 -1 R10 -1.06 X05 1
        X02 X21 -1 R09 1 COST -.4
        X03 X46 -1 R09 1
        X04 X50 1 R10 1
        X06 X49 .301 R12 -1 R13 -1.06 X17 1
        X07 X49 .313 R12 -1 R13 -1.06 X18 1
        X08 X49 .313 R12 -1 R13 -.96 X19 1
        X09 X49 .326 R12 -1 R13 -.86 X20 1
        X10 X45 2.364 X17 -1
        X11 X45 2.386 X18 -1
        X12 X45 2.408 X19 -1
        X13 X45 2.429 X20 -1
        X14 X21 1.4 R12 1 COST -.32
        X15 X47 -1 R12 1
        X16 X51 1 R13 1
        X22 X46 .109 R19 -1 R20 -.43 X27 1
        X23 X44 -1 R19 1 COST -.6
        X24 X48 -1 R19 1
        X25 X45 -1 R19 1
        X26 X50 1 R20 1
        X28 X47 .109 R22 -.43 R23 1 X40 1
        X29 X47 .108 R22 -.43 R23 1 X41 1
        X30 X47 .108 R22 -.39 R23 1 X42 1
        X31 X47 .107 R22 -.37 R23 1 X43 1
        X32 X45 2.191 X40 -1
        X33 X45 2.219 X41 -1
        X34 X45 2.249 X42 -1
        X35 X45 2.279 X43 -1
        X36 X44 1.4 R23 -1 COST -.48
        X37 X49 -1 R23 1
        X38 X51 1 R22 1
        X39 R23 1 COST 10
        """;

    /// <summary>With its costs turned round, as what is made small there is made large here.</summary>
    public static LinearProgramme Programme()
    {
        string[] equations = Equations.Split(' ');
        (string Name, double Right)[] limits = [.. Limits.Split(' ').Select(limit => limit.Split('=')).Select(parts => (parts[0], parts.Length == 2 ? Number(parts[1]) : 0))];
        string[] rows = [.. equations, .. limits.Select(limit => limit.Name)];
        string[][] columns = [.. Columns.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' '))];
        var (objective, matrix) = (new double[columns.Length], new double[rows.Length * columns.Length]);
        for (var j = 0; j < columns.Length; j++)
        {
            for (var k = 1; k < columns[j].Length; k += 2)
            {
                var (row, value) = (Array.IndexOf(rows, columns[j][k]), Number(columns[j][k + 1]));
                if (row < 0)
                {
                    objective[j] = -value;
                }
                else
                {
                    matrix[(row * columns.Length) + j] = value;
                }
            }
        }

        double[] equal = [.. equations.Select(name => name == "R23" ? 44.0 : 0)];
        return new LinearProgramme(objective, matrix, [.. equal, .. limits.Select(limit => limit.Right)])
        {
            RowLower = [.. equal, .. limits.Select(_ => double.NegativeInfinity)],
        };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
