namespace Plannr.Sandbox.Api;

/// <summary>Marks responses that show what the vendor does not document, such as the consent page, as a simulation.</summary>
internal static class Simulation
{
    public const string Value = "simulation";

    public static Answer Mark(Answer answer)
    {
        answer.Headers[ExampleAnswer.Header] = Value;
        return answer;
    }

    public static void Mark(HttpResponse response) => response.Headers[ExampleAnswer.Header] = Value;
}
