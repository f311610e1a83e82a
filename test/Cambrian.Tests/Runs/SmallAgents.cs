namespace Cambrian.Tests.Runs;

/// <summary>A problem of agents that costs next to nothing: a line through points, in two domains.</summary>
internal static class SmallAgents
{
    /// <summary>Writes the problem into a folder named after it.</summary>
    public static void Write(Scratch scratch, string name)
    {
        scratch.Write($"{name}/problem.json", """
            {
              "title": "Agents that draw lines",
              "direction": "maximise",
              "unit": "points",
              "evaluator": { "file": "evaluator.cs", "entry": "Agent.Solve", "timeLimit": 300 },
              "agent": { "modify": "Agent.Modify", "choose": "Choice.Choose", "transfer": "transfer", "timeLimit": 300 }
            }
            """);
        scratch.Write($"{name}/evaluator.cs", """
            using System.IO;
            using System.Globalization;
            using Cambrian.Contracts;

            public delegate double Solve(double x);

            public sealed class LineEvaluator : Evaluator<Solve, double[], double[]>
            {
                public override IReadOnlyList<double[]> Cases(Split split, string dataFolder)
                {
                    var slope = double.Parse(File.ReadAllText(Path.Combine(dataFolder, "slope.txt")), CultureInfo.InvariantCulture);
                    return [.. Enumerable.Range(1, 6).Select(n => new[] { n + ((int)split / 4.0), slope })];
                }

                public override double[] Run(Solve program, double[] problemCase) => [program(problemCase[0])];

                public override CaseScore Score(double[] problemCase, double[] answer) =>
                    new(1 / (1 + Math.Abs(answer[0] - (problemCase[0] * problemCase[1]))));
            }
            """);
        scratch.Write($"{name}/data/slope.txt", "7");
        scratch.Write($"{name}/transfer/slope.txt", "-4");
        scratch.Write($"{name}/seed/Agent.cs", """
            using Cambrian.Contracts.Agents;

            public static class Agent
            {
                // EVOLVE-BLOCK-START
                public static double Solve(double x)
                {
                    return x * 2.0;
                }

                public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
                {
                    var random = new Random(budget.Seed);
                    return [new Edit(archive.Operators[random.Next(archive.Operators.Count)].Name, random.Next(4) > 0 ? "Solve" : "Modify", archive.Members.Count - 1)];
                }
                // EVOLVE-BLOCK-END
            }
            """);
        scratch.Write($"{name}/selection/Choice.cs", """
            using Cambrian.Contracts.Agents;

            public static class Choice
            {
                // EVOLVE-BLOCK-START
                public static int Choose(IReadOnlyList<MemberView> drawn, int seed)
                {
                    return seed % 2 == 0 ? 0 : drawn.Count - 1;
                }
                // EVOLVE-BLOCK-END
            }
            """);
    }
}
