using Cambrian.Numerics.Combinatorics;
using CsCheck;

namespace Cambrian.Numerics.Tests.Combinatorics;

public sealed class TourSearchTests
{
    [Fact]
    public void Cities_on_a_circle_are_visited_round_it()
    {
        const int Cities = 40;
        var shuffled = Enumerable.Range(0, Cities).ToArray();
        new Random(1).Shuffle(shuffled);
        double[] coordinates = [.. shuffled.SelectMany(i => (double[])[Math.Cos(2 * Math.PI * i / Cities), Math.Sin(2 * Math.PI * i / Cities)])];

        var (_, length) = TourSearch.Find(coordinates, kicks: 100, seed: 1);

        Assert.Equal(2 * Cities * Math.Sin(Math.PI / Cities), length, 1e-9);
    }

    [Fact]
    public void A_grid_with_an_even_side_is_toured_by_unit_steps()
    {
        double[] coordinates = [.. Enumerable.Range(0, 60).SelectMany(i => (double[])[i % 10, i / 10])];

        Assert.Equal(60, TourSearch.Find(coordinates, kicks: 2000, seed: 1).Length, 1e-9);
    }

    // TSPLIB's smallest instance with straight-line distances rounded to whole numbers has its optimum at 7542; unrounded it is 7544.37.
    [Fact]
    public void Berlin52_is_solved()
    {
        double[] berlin =
        [
            565, 575, 25, 185, 345, 750, 945, 685, 845, 655, 880, 660, 25, 230, 525, 1000, 580, 1175, 650, 1130, 1605, 620, 1220, 580, 1465, 200,
            1530, 5, 845, 680, 725, 370, 145, 665, 415, 635, 510, 875, 560, 365, 300, 465, 520, 585, 480, 415, 835, 625, 975, 580, 1215, 245,
            1320, 315, 1250, 400, 660, 180, 410, 250, 420, 555, 575, 665, 1150, 1160, 700, 580, 685, 595, 685, 610, 770, 610, 795, 645, 720, 635,
            760, 650, 475, 960, 95, 260, 875, 920, 700, 500, 555, 815, 830, 485, 1170, 65, 830, 610, 605, 625, 595, 360, 1340, 725, 1740, 245,
        ];

        var (order, length) = TourSearch.Find(berlin, kicks: 2000, seed: 1);

        Assert.Equal(7544.3659, length, 1e-3);
        Assert.Equal(Enumerable.Range(0, 52), order.Order());
    }

    [Fact]
    public void Every_tour_visits_every_city_once_and_has_the_length_it_says() =>
        Gen.Select(Gen.Double[0, 1].Array[2, 60], Gen.Int[0, 50], Gen.Int).Sample((numbers, kicks, seed) =>
        {
            double[] coordinates = [.. numbers.Take(numbers.Length / 2 * 2)];

            var (order, length) = TourSearch.Find(coordinates, kicks, seed);

            Assert.Equal(Enumerable.Range(0, coordinates.Length / 2), order.Order());
            Assert.Equal(Enumerable.Range(0, order.Length).Sum(i => Distance(coordinates, order[i], order[(i + 1) % order.Length])), length, 1e-9);
        }, iter: 200);

    [Fact]
    public void Cities_in_the_same_place_are_no_trouble() =>
        Assert.Equal(2, TourSearch.Find([.. Enumerable.Range(0, 30).SelectMany(i => (double[])[i % 2, 0])], kicks: 50, seed: 1).Length, 1e-9);

    private static double Distance(double[] coordinates, int a, int b) =>
        Math.Sqrt(Math.Pow(coordinates[2 * a] - coordinates[2 * b], 2) + Math.Pow(coordinates[(2 * a) + 1] - coordinates[(2 * b) + 1], 2));
}
