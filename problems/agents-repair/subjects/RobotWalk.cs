/// <summary>A robot that turns (L, R) and advances (a digit of steps) on an endless grid, north being up.</summary>
public static class RobotWalk
{
    public static string Final(string program)
    {
        var (x, y, facing) = (0, 0, 0);
        foreach (var order in program)
        {
            if (order == 'L')
            {
                facing = (facing + 3) % 4;
            }
            else if (order == 'R')
            {
                facing = (facing + 1) % 4;
            }
            else
            {
                var steps = order - '0';
                x += steps * StepX(facing);
                y += steps * StepY(facing);
            }
        }

        return x + "," + y + " " + "NESW"[facing];
    }

    public static int Revisited(string program)
    {
        var seen = new HashSet<(int, int)> { (0, 0) };
        var (x, y, facing, again) = (0, 0, 0, 0);
        foreach (var order in program)
        {
            facing = order == 'L' ? (facing + 3) % 4 : order == 'R' ? (facing + 1) % 4 : facing;
            for (var step = 0; char.IsAsciiDigit(order) && step < order - '0'; step++)
            {
                x += StepX(facing);
                y += StepY(facing);
                if (!seen.Add((x, y)))
                {
                    again++;
                }
            }
        }

        return again;
    }

    private static int StepX(int facing) => facing == 1 ? 1 : facing == 3 ? -1 : 0;

    private static int StepY(int facing) => facing == 0 ? 1 : facing == 2 ? -1 : 0;
}
