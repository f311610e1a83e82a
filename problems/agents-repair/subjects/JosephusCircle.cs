/// <summary>The counting-out game: every k-th leaves the circle; who stays, and in which order the others go.</summary>
public static class JosephusCircle
{
    public static int Survivor(int people, int step)
    {
        var survivor = 0;
        for (var size = 2; size <= people; size++)
        {
            survivor = (survivor + step) % size;
        }

        return survivor + 1;
    }

    public static int[] Order(int people, int step)
    {
        var circle = new List<int>();
        for (var person = 1; person <= people; person++)
        {
            circle.Add(person);
        }

        var order = new List<int>();
        var position = 0;
        while (circle.Count > 0)
        {
            position = (position + step - 1) % circle.Count;
            order.Add(circle[position]);
            circle.RemoveAt(position);
        }

        return order.ToArray();
    }

    public static int StepToSave(int people, int person)
    {
        for (var step = 1; step <= 100; step++)
        {
            if (Survivor(people, step) == person)
            {
                return step;
            }
        }

        return -1;
    }
}
