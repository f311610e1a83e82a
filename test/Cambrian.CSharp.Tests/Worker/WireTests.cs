using Cambrian.Worker;
using CsCheck;

namespace Cambrian.CSharp.Tests.Worker;

public sealed class WireTests
{
    private sealed record City(string Name, double[] At, int[][] Roads, (int Low, int High) Range);

    [Fact]
    public void Arrays_of_numbers_come_back_bit_for_bit() =>
        Gen.Double.Array.Sample(numbers => Assert.Equal(numbers.Select(BitConverter.DoubleToInt64Bits), Wire<double[]>.Read(Wire<double[]>.Write(numbers)).Select(BitConverter.DoubleToInt64Bits)));

    [Fact]
    public void Small_integers_travel_as_they_are_in_memory() =>
        Gen.Short.Array.Sample(numbers =>
        {
            var bytes = Wire<short[]>.Write(numbers);
            Assert.Equal(2 * numbers.Length, bytes.Length);
            Assert.Equal(numbers, Wire<short[]>.Read(bytes));
        });

    [Fact]
    public void Anything_else_travels_with_its_fields()
    {
        var city = new City("Ulm", [48.4, double.NaN], [[1, 2], []], (3, 4));

        var back = Wire<City>.Read(Wire<City>.Write(city));

        Assert.Equal((city.Name, city.Range), (back.Name, back.Range));
        Assert.Equal(city.At, back.At);
        Assert.Equal(city.Roads, back.Roads);
    }
}
