namespace Cambrian.Tests.Runs;

/// <summary>A problem of one short rule: to square a number.</summary>
internal static class SquareProblem
{
    /// <summary>The rule with a body of one expression.</summary>
    public static string Rule(string expression) => $$"""
        public static class Rule
        {
            // EVOLVE-BLOCK-START
            public static double Square(double x)
            {
                return {{expression}};
            }
            // EVOLVE-BLOCK-END
        }
        """;

    /// <summary>Writes the problem into <c>problems/square</c>.</summary>
    public static void Write(Scratch scratch)
    {
        scratch.Write("problems/square/problem.json", """
            { "title": "Square a number", "direction": "minimise", "unit": "off", "evaluator": { "file": "evaluator.cs", "entry": "Rule.Square", "timeLimit": 300 } }
            """);
        scratch.Write("problems/square/statement.md", "Square the number.");
        scratch.Write("problems/square/seed/Rule.cs", Rule("x"));
        scratch.Write("problems/square/evaluator.cs", """
            using Cambrian.Contracts;

            public delegate double Square(double x);

            public sealed class SquareEvaluator : Evaluator<Square, double[], double[]>
            {
                public override IReadOnlyList<double[]> Cases(Split split, string dataFolder) => [.. Enumerable.Range(2, 5).Select(n => new[] { n + ((int)split / 3.0) })];

                public override double[] Run(Square program, double[] problemCase) => [program(problemCase[0])];

                public override CaseScore Score(double[] problemCase, double[] answer) => new(Math.Abs(answer[0] - (problemCase[0] * problemCase[0])));
            }
            """);
    }
}
