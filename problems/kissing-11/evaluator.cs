using Cambrian.Contracts;
using Cambrian.Numerics.Optimisation;

public delegate long[] Construct(int[] size, long[] start, Work work);

/// <summary>Size is the dimension. An answer is the coordinates of whole vectors in turn.</summary>
public sealed class KissingNumber : Evaluator<Construct, ConstructionCase<long>, long[]>
{
    // Operations of the toolbox for one program: a second or two.
    private const long Allowance = 4_000_000_000;

    // Squares of differences, added over the dimensions, stay far within 128 bits.
    private const long LargestCoordinate = 1_000_000_000_000_000;

    private const int MostVectors = 2_000;

    public override IReadOnlyList<ConstructionCase<long>> Cases(Split split, string dataFolder) => [ConstructionCase<long>.Read(dataFolder)];

    public override long[] Run(Construct program, ConstructionCase<long> problemCase) => program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override CaseScore Score(ConstructionCase<long> problemCase, long[] answer)
    {
        var dimension = problemCase.Size[0];
        if (answer.Length == 0 || answer.Length % dimension != 0 || answer.Length > MostVectors * dimension)
        {
            return CaseScore.Invalid($"{answer.Length} numbers were returned; expected {dimension} for each of at most {MostVectors} vectors.");
        }

        if (Array.FindIndex(answer, x => x is < -LargestCoordinate or > LargestCoordinate) is >= 0 and var odd)
        {
            return CaseScore.Invalid($"Coordinate {odd} is {answer[odd]}; expected at most {LargestCoordinate} in size.");
        }

        long[][] vectors = [.. answer.Chunk(dimension)];
        Int128[] norms = [.. vectors.Select(vector => Norm(vector, new long[dimension]))];
        if (Array.FindIndex(norms, norm => norm == 0) is >= 0 and var zero)
        {
            return CaseScore.Invalid($"Vector {zero} is zero.");
        }

        var longest = norms.Max();
        for (var i = 0; i < vectors.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var distance = Norm(vectors[i], vectors[j]);
                if (distance < longest)
                {
                    return CaseScore.Invalid($"The squared distance of vectors {j} and {i} is {distance}, {longest - distance} less than the largest squared length.");
                }
            }
        }

        return new CaseScore(vectors.Length);
    }

    private static Int128 Norm(long[] x, long[] y)
    {
        Int128 sum = 0;
        for (var k = 0; k < x.Length; k++)
        {
            Int128 difference = x[k] - y[k];
            sum += difference * difference;
        }

        return sum;
    }
}
