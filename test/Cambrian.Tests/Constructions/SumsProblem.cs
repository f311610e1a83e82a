namespace Cambrian.Tests.Constructions;

/// <summary>A small problem of constructions: as many numbers as the size says, from 0 to 9, with a large sum. The second verifier cannot add a 7.</summary>
internal static class SumsProblem
{
    /// <summary>Puts the problem into <c>problems/sums</c>.</summary>
    public static void WriteTo(Scratch scratch)
    {
        scratch.Write("problems/sums/problem.json", """
            {
              "title": "three digits with a large sum", "direction": "maximise", "unit": "sum", "tables": ["alphaevolve"],
              "evaluator": { "file": "evaluator.cs", "entry": "Construction.Construct", "check": "check.cs" },
              "known": [
                { "name": "before AlphaEvolve", "value": 3, "source": "old book" },
                { "name": "AlphaEvolve", "value": 12, "source": "new paper" },
                { "name": "best in print", "value": 26, "source": "newer | paper" },
                { "name": "somebody", "value": 28, "source": "a claim", "refuted": "three digits have no such sum" }
              ]
            }
            """);
        scratch.Write("problems/sums/evaluator.cs", """
            using Cambrian.Contracts;
            using Cambrian.Numerics.Optimisation;
            public delegate int[] Construct(int[] size, int[] start, Work work);
            public sealed class Sums : Evaluator<Construct, ConstructionCase<int>, int[]>
            {
                public override IReadOnlyList<ConstructionCase<int>> Cases(Split split, string dataFolder) => [ConstructionCase<int>.Read(dataFolder)];
                public override int[] Run(Construct program, ConstructionCase<int> problemCase) => program(problemCase.Size, problemCase.Start, new Work(1_000_000)) ?? [];
                public override CaseScore Score(ConstructionCase<int> problemCase, int[] answer) =>
                    answer.Length != problemCase.Size[0] ? CaseScore.Invalid($"{answer.Length} numbers were given; expected {problemCase.Size[0]}.")
                    : answer.Any(number => number is < 0 or > 9) ? CaseScore.Invalid("A number is out of range.")
                    : new CaseScore(answer.Sum());
                public override string Picture(ConstructionCase<int> problemCase, int[] answer) => $"<svg viewBox=\"0 0 1 1\"><!-- {answer.Sum()} --></svg>";
            }
            """);
        scratch.Write("problems/sums/check.cs", """
            using Cambrian.Contracts;
            public sealed class SumsCheck : ConstructionCheck<int[]>
            {
                public override CaseScore Check(int[] size, int[] answer)
                {
                    var sum = 0;
                    foreach (var number in answer)
                    {
                        if (number < 0 || number > 9) { return CaseScore.Invalid("no digit"); }
                        sum += number == 7 ? 0 : number;
                    }
                    return answer.Length == size[0] ? new CaseScore(sum) : CaseScore.Invalid("too many or too few");
                }
            }
            """);
        scratch.Write("problems/sums/seed/Construction.cs", """
            using Cambrian.Numerics.Optimisation;
            public static class Construction
            {
                public static int[] Construct(int[] size, int[] start, Work work)
                {
                    // EVOLVE-BLOCK-START
                    var digits = new int[size[0]];
                    digits[0] = 4;
                    return start.Length > 0 ? start : digits;
                    // EVOLVE-BLOCK-END
                }
            }
            """);
        scratch.Write("problems/sums/data/case.json", """{ "size": [3] }""");
    }
}
