using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Tensors;
using CsCheck;

namespace Cambrian.Numerics.Tests.Tensors;

public sealed class MatrixSchemesTests
{
    private const int Integers = 0;
    private const int Binary = 2;

    // Published ranks: Strassen 1969; Hopcroft and Kerr 1971; Laderman 1976.
    [Theory]
    [InlineData(2, 2, 2, 7)]
    [InlineData(2, 2, 3, 11)]
    [InlineData(2, 3, 3, 15)]
    [InlineData(3, 3, 3, 23)]
    public void The_ladder_reaches_published_ranks_over_the_whole_numbers(int n, int m, int p, int rank)
    {
        var scheme = MatrixSchemes.Ladder([n, m, p, Integers], patience: 200, plusAfter: 5_000, seed: 1, new Work(500_000_000));

        AssertMultiplies(scheme, n, m, p, Integers);
        Assert.Equal(rank, Rank(scheme));
    }

    [Fact]
    public void A_walk_from_the_definition_reaches_Strassen_and_Laderman()
    {
        Assert.Equal(7, Rank(MatrixSchemes.Walk([2, 2, 2, Integers], 1_000, 2, seed: 1, new Work(100_000_000))));
        Assert.Equal(23, Rank(MatrixSchemes.Walk([3, 3, 3, Binary], 10_000, 2, seed: 1, new Work(400_000_000))));
    }

    // Hopcroft and Kerr 1971: 25 and 26. Smirnov 2013: 29.
    [Theory]
    [InlineData(2, 3, 5, 25, 1_000_000, 1, 3, 400_000_000)]
    [InlineData(2, 4, 4, 26, 10_000, 2, 2, 400_000_000)]
    [InlineData(3, 3, 4, 29, 5_000, 1, 1, 1_000_000_000)]
    public void A_walk_from_the_definition_reaches_published_ranks_over_the_whole_numbers(int n, int m, int p, int rank, int plusAfter, int margin, int seed, long operations)
    {
        var scheme = MatrixSchemes.Walk([n, m, p, Integers], plusAfter, margin, seed, new Work(operations));

        AssertMultiplies(scheme, n, m, p, Integers);
        Assert.Equal(rank, Rank(scheme));
    }

    [Fact]
    public void Schemes_that_rotation_leaves_as_they_are_reach_Laderman_too()
    {
        var scheme = MatrixSchemes.Cyclic([3, 3, 3, Integers], patience: 500, plusAfter: 10_000, seed: 1, new Work(600_000_000));

        AssertMultiplies(scheme, 3, 3, 3, Integers);
        Assert.Equal(23, Rank(scheme));
    }

    [Fact]
    public void Whatever_the_arguments_what_is_returned_multiplies_matrices() =>
        Gen.Select(Gen.Int[-1, 4].Array[0, 4], Gen.Int[-3, 3].Array[0, 60], Gen.Int, Gen.Int).Sample(
            (size, rest, number, seed) =>
            {
                int[] given = [.. size, .. rest];
                foreach (var scheme in new[]
                {
                    MatrixSchemes.Naive(given),
                    MatrixSchemes.Walk(given, number, seed, seed, new Work(2_000_000)),
                    MatrixSchemes.Ladder(given, number, number, seed, new Work(2_000_000)),
                    MatrixSchemes.Cyclic(given, number, number, seed, new Work(2_000_000)),
                    MatrixSchemes.Fewer(given, size),
                })
                {
                    AssertMultiplies(scheme, scheme[0], scheme[1], scheme[2], scheme[3]);
                }
            },
            iter: 40);

    [Fact]
    public void Equal_arguments_give_equal_schemes_and_all_work_is_spent()
    {
        int[] Made(Work work) => MatrixSchemes.Ladder([2, 3, 3, Integers], 10, 1_000, 5, work);
        var work = new Work(50_000_000);

        Assert.Equal(Made(new Work(50_000_000)), Made(work));
        Assert.Equal(0, work.Left);
    }

    [Fact]
    public void Of_two_schemes_the_one_of_fewer_terms_is_taken_and_of_equals_the_first()
    {
        var strassen = MatrixSchemes.Walk([2, 2, 2, Integers], 1_000, 2, seed: 1, new Work(100_000_000));

        Assert.Equal(strassen, MatrixSchemes.Fewer([2, 2, 2, Integers], strassen));
        Assert.Equal(strassen, MatrixSchemes.Fewer(strassen, MatrixSchemes.Naive(strassen)));
        Assert.Equal(8, Rank(MatrixSchemes.Fewer([2, 2, 2, Binary], strassen)));
    }

    [Fact]
    public void A_walk_never_loses_a_term_it_had_saved()
    {
        var strassen = MatrixSchemes.Walk([2, 2, 2, Integers], 1_000, 2, seed: 1, new Work(100_000_000));

        Assert.Equal(7, Rank(MatrixSchemes.Walk(strassen, 100, 10, seed: 2, new Work(10_000_000))));
    }

    private static int Rank(int[] scheme) => (scheme.Length - 4) / ((scheme[0] * scheme[1]) + (scheme[1] * scheme[2]) + (scheme[2] * scheme[0]));

    // By multiplying random matrices: nothing is shared with the kernel's own comparison of tensors.
    private static void AssertMultiplies(int[] scheme, int n, int m, int p, int field)
    {
        Assert.Equal([n, m, p, field], scheme[..4]);
        var random = new Random(1);
        for (var trial = 0; trial < 20; trial++)
        {
            long[] a = [.. Enumerable.Range(0, n * m).Select(_ => (long)random.Next(-9, 10))], b = [.. Enumerable.Range(0, m * p).Select(_ => (long)random.Next(-9, 10))];
            var product = new long[p * n];
            foreach (var term in scheme[4..].Chunk((n * m) + (m * p) + (p * n)))
            {
                var value = a.Zip(term).Sum(pair => pair.First * pair.Second) * b.Zip(term[(n * m)..]).Sum(pair => pair.First * pair.Second);
                for (var entry = 0; entry < product.Length; entry++)
                {
                    product[entry] += value * term[(n * m) + (m * p) + entry];
                }
            }

            for (var entry = 0; entry < product.Length; entry++)
            {
                var off = product[entry] - Enumerable.Range(0, m).Sum(j => a[(entry % n * m) + j] * b[(j * p) + (entry / n)]);
                Assert.Equal(0, field == Binary ? off % 2 : off);
            }
        }
    }
}
