using System.Xml.Linq;
using Cambrian.Numerics.Sequences;

namespace Cambrian.Numerics.Tests.Sequences;

public sealed class StepPictureTests
{
    [Fact]
    public void A_picture_has_two_corners_for_each_step_and_a_point_for_each_coefficient()
    {
        var svg = XElement.Parse(StepPicture.Draw([1, 3, 2], [1, 6, 13, 12, 4]));
        Assert.NotNull(svg.Attribute("viewBox"));
        Assert.Equal([8, 7], svg.Elements().Select(line => line.Attribute("points")!.Value.Split(' ').Length));
    }
}
