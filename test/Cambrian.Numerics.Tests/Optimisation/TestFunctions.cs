namespace Cambrian.Numerics.Tests.Optimisation;

/// <summary>Sums of squares of Moré, Garbow and Hillstrom 1981, "Testing Unconstrained Optimization Software", with their numbers, starts and minima there.</summary>
internal static class TestFunctions
{
    private static readonly double[] BardY = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39];

    private static readonly double[] MeyerY = [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872];

    private static readonly double[] KowalikY = [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246];

    private static readonly double[] KowalikU = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];

    private static readonly double[] OsborneY =
    [
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.580,
        0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406,
    ];

    public static IReadOnlyList<(string Name, double[] Start, int Count, double Minimum, Action<double[], double[]> Residuals)> All { get; } =
    [
        ("1 Rosenbrock", [-1.2, 1], 2, 0, (x, r) => (r[0], r[1]) = (10 * (x[1] - (x[0] * x[0])), 1 - x[0])),
        ("2 Freudenstein and Roth", [0.5, -2], 2, 48.9842, (x, r) =>
            (r[0], r[1]) = (-13 + x[0] + ((((5 - x[1]) * x[1]) - 2) * x[1]), -29 + x[0] + ((((x[1] + 1) * x[1]) - 14) * x[1]))),
        ("3 Powell, badly scaled", [0, 1], 2, 0, (x, r) => (r[0], r[1]) = ((1e4 * x[0] * x[1]) - 1, Math.Exp(-x[0]) + Math.Exp(-x[1]) - 1.0001)),
        ("4 Brown, badly scaled", [1, 1], 3, 0, (x, r) => (r[0], r[1], r[2]) = (x[0] - 1e6, x[1] - 2e-6, (x[0] * x[1]) - 2)),
        ("5 Beale", [1, 1], 3, 0, (x, r) => Fill(r, i => new[] { 1.5, 2.25, 2.625 }[i] - (x[0] * (1 - Math.Pow(x[1], i + 1))))),
        ("6 Jennrich and Sampson", [0.3, 0.4], 10, 124.362, (x, r) => Fill(r, i => 4 + (2 * i) - Math.Exp((i + 1) * x[0]) - Math.Exp((i + 1) * x[1]))),
        ("7 Helical valley", [-1, 0, 0], 3, 0, (x, r) =>
            (r[0], r[1], r[2]) = (10 * (x[2] - (10 * Turn(x))), 10 * (Math.Sqrt((x[0] * x[0]) + (x[1] * x[1])) - 1), x[2])),
        ("8 Bard", [1, 1, 1], 15, 8.21487e-3, (x, r) =>
            Fill(r, i => BardY[i] - x[0] - ((i + 1) / (((15 - i) * x[1]) + (Math.Min(i + 1, 15 - i) * x[2]))))),
        ("10 Meyer", [0.02, 4000, 250], 16, 87.9458, (x, r) => Fill(r, i => (x[0] * Math.Exp(x[1] / (50 + (5 * i) + x[2]))) - MeyerY[i])),
        ("13 Powell, singular", [3, -1, 0, 1], 4, 0, (x, r) =>
            (r[0], r[1], r[2], r[3]) = (x[0] + (10 * x[1]), Math.Sqrt(5) * (x[2] - x[3]), Math.Pow(x[1] - (2 * x[2]), 2), Math.Sqrt(10) * Math.Pow(x[0] - x[3], 2))),
        ("15 Kowalik and Osborne", [0.25, 0.39, 0.415, 0.39], 11, 3.07505e-4, (x, r) =>
            Fill(r, i => KowalikY[i] - (x[0] * KowalikU[i] * (KowalikU[i] + x[1]) / ((KowalikU[i] * (KowalikU[i] + x[2])) + x[3])))),
        ("16 Brown and Dennis", [25, 5, -5, -1], 20, 85822.2, (x, r) =>
            Fill(r, i => Math.Pow(x[0] + ((i + 1) / 5.0 * x[1]) - Math.Exp((i + 1) / 5.0), 2) + Math.Pow(x[2] + (Math.Sin((i + 1) / 5.0) * x[3]) - Math.Cos((i + 1) / 5.0), 2))),
        ("17 Osborne 1", [0.5, 1.5, -1, 0.01, 0.02], 33, 5.46489e-5, (x, r) => Fill(r, i => OsborneY[i] - (x[0] + (x[1] * Math.Exp(-10 * i * x[3])) + (x[2] * Math.Exp(-10 * i * x[4]))))),
        ("20 Watson, 6", [0, 0, 0, 0, 0, 0], 31, 2.28767e-3, Watson),
    ];

    private static double Turn(double[] x) => (Math.Atan(x[1] / x[0]) / (2 * Math.PI)) + (x[0] < 0 ? 0.5 : 0);

    private static void Watson(double[] x, double[] residuals)
    {
        for (var i = 0; i < 29; i++)
        {
            var (t, slope, sum) = ((i + 1) / 29.0, 0.0, 0.0);
            for (var j = 0; j < x.Length; j++)
            {
                (slope, sum) = (slope + (j == 0 ? 0 : j * x[j] * Math.Pow(t, j - 1)), sum + (x[j] * Math.Pow(t, j)));
            }

            residuals[i] = slope - (sum * sum) - 1;
        }

        (residuals[29], residuals[30]) = (x[0], x[1] - (x[0] * x[0]) - 1);
    }

    private static void Fill(double[] residuals, Func<int, double> residual)
    {
        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[i] = residual(i);
        }
    }
}
