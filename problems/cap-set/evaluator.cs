using System;
using System.Collections.Generic;
using System.Linq;
using Cambrian.Contracts;
using Cambrian.Numerics.Optimisation;

public delegate int[] Construct(int[] size, int[] start, Work work);

/// <summary>A case is the dimension. An answer is a set of points, each the number its digits make to base 3.</summary>
public sealed class CapSet : Evaluator<Construct, ConstructionCase<int>, int[]>
{
    // Operations of the toolbox for one program in dimension 6: a sixth of a second. Four times as many for each dimension more.
    private const double Allowance = 2e8;

    // One problem, one case: there is nothing to generalise to.
    public override IReadOnlyList<ConstructionCase<int>> Cases(Split split, string dataFolder) => [ConstructionCase<int>.Read(dataFolder)];

    public override int[] Run(Construct program, ConstructionCase<int> problemCase)
    {
        var operations = Allowance * Math.Pow(4, problemCase.Size[0] - 6);
        return program([.. problemCase.Size], [.. problemCase.Start], new Work((long)operations)) ?? [];
    }

    // Every pair of points rules out the one point that would complete its line.
    public override CaseScore Score(ConstructionCase<int> problemCase, int[] answer)
    {
        var (dimension, points) = (problemCase.Size[0], Power(problemCase.Size[0]));
        if (answer.Length > points)
        {
            return CaseScore.Invalid($"{answer.Length} points were returned; the space has {points}.");
        }

        var held = new bool[points];
        foreach (var point in answer)
        {
            if (point < 0 || point >= points || held[point])
            {
                return CaseScore.Invalid($"{point} is no point of dimension {dimension} (0 to {points - 1}) or was returned twice.");
            }

            held[point] = true;
        }

        for (var i = 0; i < answer.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var third = Third(answer[i], answer[j]);
                if (held[third])
                {
                    return CaseScore.Invalid($"The points {answer[j]}, {answer[i]} and {third} are on a line: their digits to base 3 add up to zero.");
                }
            }
        }

        return new CaseScore(answer.Length);
    }

    private static int Third(int a, int b)
    {
        var third = 0;
        for (var place = 1; a > 0 || b > 0; (a, b, place) = (a / 3, b / 3, place * 3))
        {
            third += (6 - (a % 3) - (b % 3)) % 3 * place;
        }

        return third;
    }

    private static int Power(int exponent) => exponent == 0 ? 1 : 3 * Power(exponent - 1);
}
