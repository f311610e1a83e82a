using Cambrian.Contracts;

public delegate double Rule(double x, double y);

/// <summary>A light problem for benchmarks: how far a rule is from a surface, on 8 cases of 50 points.</summary>
public sealed class Curve : Evaluator<Rule, double[], double[]>
{
    public override IReadOnlyList<double[]> Cases(Split split, string dataFolder) => [.. Enumerable.Range(0, 8).Select(Points)];

    public override double[] Run(Rule program, double[] problemCase)
    {
        var answer = new double[problemCase.Length / 2];
        for (var i = 0; i < answer.Length; i++)
        {
            answer[i] = program(problemCase[2 * i], problemCase[(2 * i) + 1]);
        }

        return answer;
    }

    public override CaseScore Score(double[] problemCase, double[] answer)
    {
        var error = 0.0;
        for (var i = 0; i < answer.Length; i++)
        {
            var (x, y) = (problemCase[2 * i], problemCase[(2 * i) + 1]);
            error += Math.Min(1, Math.Abs(answer[i] - (x * x / (1 + y))));
        }

        return new CaseScore(double.IsNaN(error) ? 1 : error / answer.Length);
    }

    private static double[] Points(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
    }
}
