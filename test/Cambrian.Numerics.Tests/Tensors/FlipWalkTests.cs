using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Tensors;
using CsCheck;

namespace Cambrian.Numerics.Tests.Tensors;

public sealed class FlipWalkTests
{
    private static readonly Gen<ProductSize> Sizes = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 4], (n, m, p) => new ProductSize(n, m, p));

    [Fact]
    public void Every_flip_keeps_the_tensor()
    {
        var size = new ProductSize(2, 3, 2);
        var walk = new FlipWalk(BinaryScheme.Naive(size).Terms, cyclic: false, room: 3, seed: 1);
        for (var flip = 0; flip < 3_000; flip++)
        {
            Assert.True(walk.Flip());
            Assert.True(new BinaryScheme(size, walk.Terms()).IsExact());
        }

        Assert.InRange(walk.Rank, 11, size.Naive);
    }

    [Fact]
    public void A_plus_transition_adds_one_term_and_keeps_the_tensor() =>
        Gen.Select(Gen.Int[2, 3], Gen.Int[2, 3], Gen.Int[2, 3], Gen.Int).Sample(
            (n, m, p, seed) =>
            {
                var size = new ProductSize(n, m, p);
                var walk = new FlipWalk(BinaryScheme.Naive(size).Terms, cyclic: false, room: 2, seed);

                Assert.True(walk.Plus());
                Assert.Equal(size.Naive + 1, walk.Rank);
                Assert.True(new BinaryScheme(size, walk.Terms()).IsExact());
                Assert.True(walk.Plus());
                Assert.False(walk.Plus());
            },
            iter: 50);

    [Fact]
    public void Long_walks_keep_the_tensor() =>
        Gen.Select(Sizes, Gen.Int).Sample(
            (size, seed) =>
            {
                var walk = new FlipWalk(BinaryScheme.Naive(size).Terms, cyclic: false, room: 4, seed);
                walk.Walk(20_000, target: 1, plusAfter: 50, ceiling: size.Naive + 4);

                Assert.True(new BinaryScheme(size, walk.Terms()).IsExact());
            },
            iter: 50);

    [Fact]
    public void Turning_joining_and_cutting_schemes_gives_schemes() =>
        Gen.Select(Sizes, Gen.Int).Sample(
            (size, seed) =>
            {
                var walk = new FlipWalk(BinaryScheme.Naive(size).Terms, cyclic: false, room: 2, seed);
                walk.Walk(500, target: 1, plusAfter: 100, ceiling: size.Naive + 1);
                var scheme = new BinaryScheme(size, walk.Terms());

                Assert.True(scheme.Rotated().IsExact());
                Assert.True(scheme.Transposed().IsExact());
                Assert.True(scheme.Beside(BinaryScheme.Naive(size with { P = 2 })).IsExact());
                Assert.True(scheme.Beside(BinaryScheme.Naive(size with { P = 2 })).Narrowed().IsExact());
                Assert.Equal(size, scheme.Rotated().Rotated().Rotated().Size);
            },
            iter: 100);

    [Fact]
    public void Nested_schemes_multiply_matrices_of_matrices() =>
        Gen.Select(Sizes, Gen.Int[1, 2], Gen.Int[1, 2], Gen.Int[1, 2], Gen.Int).Sample(
            (outer, n, m, p, seed) =>
            {
                var walk = new FlipWalk(BinaryScheme.Naive(outer).Terms, cyclic: false, room: 2, seed);
                walk.Walk(500, target: 1, plusAfter: 100, ceiling: outer.Naive + 1);
                var (scheme, other) = (new BinaryScheme(outer, walk.Terms()), BinaryScheme.Naive(new ProductSize(n, m, p)));

                foreach (var nested in new[] { scheme.Nested(other), other.Nested(scheme) })
                {
                    Assert.True(nested.IsExact());
                    Assert.Equal(new ProductSize(outer.N * n, outer.M * m, outer.P * p), nested.Size);
                    Assert.Equal(scheme.Rank * other.Rank, nested.Rank);
                }
            },
            iter: 50);

    [Fact]
    public void Walks_in_three_rotations_at_once_keep_the_tensor() =>
        Gen.Select(Gen.Int[2, 4], Gen.Int).Sample(
            (side, seed) =>
            {
                var search = new CyclicSearch(side, new SchemeSearch(100, 2, Liftable: false));
                ulong[] cubes = [.. Enumerable.Range(0, side).Chunk(2).Select(pair => pair.Aggregate(0UL, (cube, i) => cube | (1UL << ((i * side) + i))))];
                var rest = search.Rest(cubes);
                Assert.True(search.Expand(rest, cubes).IsExact());
                var walk = new FlipWalk(rest, cyclic: true, room: 2, seed);
                walk.Walk(20_000, target: 1, plusAfter: 50, ceiling: (rest.Length / 3) + 2);

                Assert.True(search.Expand(walk.Terms(), cubes).IsExact());
            },
            iter: 30);

    [Fact]
    public void A_scheme_with_a_bit_too_many_is_not_exact()
    {
        var scheme = BinaryScheme.Naive(new ProductSize(2, 2, 2));
        scheme.Terms[4] ^= 1;

        Assert.False(scheme.IsExact());
    }

    [Fact]
    public void What_is_lifted_is_exact_over_the_whole_numbers_and_the_same_modulo_two()
    {
        var walk = new FlipWalk(BinaryScheme.Naive(new ProductSize(2, 2, 2)).Terms, cyclic: false, room: 2, seed: 3);
        walk.Walk(1_000_000, target: 7, plusAfter: 1_000, ceiling: 9);
        var scheme = new BinaryScheme(new ProductSize(2, 2, 2), walk.Terms());
        var lifted = SchemeLift.Lift(scheme, new Work(1_000_000_000));

        Assert.Equal(7, scheme.Rank);
        Assert.NotNull(lifted);
        Assert.True(lifted.IsExact());
        Assert.False(IntegerScheme.FromBits(scheme).IsExact());
        Assert.Equal(scheme.Terms, lifted.ToBits().Terms);
    }

    [Fact]
    public void Equations_are_solved_where_they_can_be()
    {
        var basis = new BinaryBasis(equations: 3, unknowns: 3);
        basis.Add([0b011]);
        basis.Add([0b110]);
        basis.Add([0b101]);

        Assert.Equal(0b11UL, basis.Solve([0b101])![0]);
        Assert.Null(basis.Solve([0b111]));
        Assert.Equal(0UL, basis.Solve([0])![0]);
    }
}
