using Cambrian.Numerics.Combinatorics;
using CsCheck;

namespace Cambrian.Numerics.Tests.Combinatorics;

public sealed class OrbitTabuTests
{
    private static readonly Gen<(TernarySpace Space, int[][] Maps, int Seed)> Groups = Gen.Select(Gen.Int[2, 5], Gen.Int[0, 3], Gen.Bool, Gen.Int).Select(
        (dimension, generators, fixesOrigin, seed) =>
        {
            var (space, random) = (new TernarySpace(dimension), new Random(seed));
            return (space, Enumerable.Range(0, generators).Select(_ => Permutation.RandomPower(space.RandomMap(random, fixesOrigin), random)).ToArray(), seed);
        });

    [Fact]
    public void A_random_map_takes_lines_to_lines() =>
        Groups.Sample(group =>
        {
            var points = group.Space.Points;
            foreach (var map in group.Maps)
            {
                Assert.Equal(points, map.Distinct().Count());
                Assert.All(Enumerable.Range(0, points), point => Assert.Equal(
                    map[TernarySpace.Third(point, points - 1 - point)],
                    TernarySpace.Third(map[point], map[points - 1 - point])));
            }
        });

    [Fact]
    public void Orbits_are_cap_sets_that_the_group_leaves_as_they_are() =>
        Groups.Sample(group =>
        {
            var orbits = new CapOrbits(group.Space, group.Maps);
            for (var orbit = 0; orbit < orbits.Count; orbit++)
            {
                AssertIsCapLeftAsItIs(orbits[orbit].ToArray(), group.Maps);
                Assert.All(orbits[orbit].ToArray(), point => Assert.Equal(orbit, orbits.Of(point)));
            }

            Assert.Equal(orbits.Points, Enumerable.Range(0, group.Space.Points).Count(point => orbits.Of(point) != CapOrbits.None));
        });

    [Fact]
    public void What_the_search_finds_is_a_cap_set_that_the_group_leaves_as_it_is() =>
        Groups.Sample(group =>
        {
            var orbits = new CapOrbits(group.Space, group.Maps);
            if (orbits.Count > 0)
            {
                AssertIsCapLeftAsItIs(new OrbitTabu(group.Space, orbits, new Random(group.Seed)).Search(patience: 40), group.Maps);
            }
        });

    private static void AssertIsCapLeftAsItIs(int[] points, int[][] maps)
    {
        var set = points.ToHashSet();
        Assert.NotEmpty(set);
        Assert.Equal(points.Length, set.Count);
        Assert.All(maps, map => Assert.All(points, point => Assert.Contains(map[point], set)));
        foreach (var (a, b) in points.SelectMany(a => points.Where(b => b < a).Select(b => (a, b))))
        {
            Assert.DoesNotContain(TernarySpace.Third(a, b), set);
        }
    }
}
