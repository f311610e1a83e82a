using System;
using System.Collections.Generic;
using System.Linq;
using Cambrian.Contracts;

/// <summary>
/// The set once more, line by line: every line of the space is a point and a direction, and no line may have all of its three points in
/// the set. Nothing is shared with evaluator.cs, which goes through pairs of points.
/// </summary>
public sealed class CapCheck : ConstructionCheck<int[]>
{
    public override CaseScore Check(int[] size, int[] answer)
    {
        var space = (int)Math.Round(Math.Pow(3, size[0]));
        var set = new HashSet<int>(answer);
        if (set.Count != answer.Length || set.Any(point => point < 0 || point >= space))
        {
            return CaseScore.Invalid("A point is not of the space, or is there twice.");
        }

        // Of a direction and its double one is enough: they make the same lines.
        var digits = Enumerable.Range(0, space).Select(point => Digits(point, size[0])).ToArray();
        foreach (var direction in digits.Where(vector => vector.FirstOrDefault(digit => digit != 0) == 1))
        {
            foreach (var point in answer)
            {
                var next = Shifted(digits[point], direction);
                if (set.Contains(next) && set.Contains(Shifted(digits[next], direction)))
                {
                    return CaseScore.Invalid($"A line through {point} is in the set.");
                }
            }
        }

        return new CaseScore(set.Count);
    }

    private static int[] Digits(int point, int dimension) => [.. Enumerable.Range(0, dimension).Select(place => point / (int)Math.Round(Math.Pow(3, place)) % 3)];

    private static int Shifted(int[] point, int[] direction)
    {
        var number = 0;
        for (var place = point.Length - 1; place >= 0; place--)
        {
            number = (3 * number) + ((point[place] + direction[place]) % 3);
        }

        return number;
    }
}
