import Charts
import Differences
import Records
import Testing

/// The exact JSON of each kind of difference.
@Suite struct JSONTests {
  @Test(
    arguments: [
      (
        .claim([0.5]), .claim([0.75]),
        #"{"absolute":0.25,"change":"moved","demanded":"at most 1","file":"lessons/01.md","#
          + #""from":0.5,"kind":"claim","left":0.25,"line":7,"name":"little","relative":0.5,"to":0.75}"#
      ),
      (
        .claim([0.5]), .claim([.nan]),
        #"{"change":"fails","demanded":"at most 1","file":"lessons/01.md","from":0.5,"#
          + #""kind":"claim","line":7,"name":"little","to":"NaN"}"#
      ),
      (
        .claim([true], .holds(words: "so")), .claim([false], .holds(words: "so")),
        #"{"change":"fails","demanded":"so","file":"lessons/01.md","from":"so","kind":"claim","#
          + #""line":7,"name":"runs","to":"not so"}"#
      ),
      (
        .value(index: 0, text: "0.5"), .value(index: 0, text: "0.25"),
        #"{"absolute":-0.25,"change":"moved","file":"lessons/01.md","from":"0.5","kind":"value","#
          + #""line":9,"name":"a","relative":-0.5,"to":"0.25"}"#
      ),
      (
        .line([1, 2]), .line([1, 4, 5]),
        #"{"absolute":2,"at":{"layer":"1"},"change":"differs","count":1,"file":"lessons/01.md","#
          + #""from":2,"kind":"figure","line":13,"name":"decay","newRows":1,"relative":1,"#
          + #""series":"at most","to":4}"#
      ),
      (
        .table([[.text("a"), .text("b")]]), .table([[.text("a"), .text("c")]], caption: "C"),
        #"{"at":{"name":"a"},"change":"differs","count":1,"file":"lessons/01.md","from":"b","#
          + #""kind":"table","line":14,"name":"losses","series":"loss","to":"c","#
          + #""words":[{"to":"C","what":"caption"}]}"#
      ),
      (
        .output(cell: 1, text: "a\nb"), .output(cell: 1, text: "a\nc"),
        #"{"change":"differs","file":"lessons/01.md","from":"b","kind":"output","line":11,"#
          + #""name":"draws","textLine":2,"to":"c"}"#
      ),
      (
        .failure(CellFailure(cell: 0, messages: [.init("a")])),
        .failure(CellFailure(cell: 0, messages: [.init("b")])),
        #"{"change":"differs","file":"lessons/01.md","from":"a","kind":"failure","line":5,"#
          + #""textLine":1,"to":"b"}"#
      ),
      (
        .cell(index: 0, outputStart: 0), .line([1]),
        #"{"change":"new","file":"lessons/01.md","kind":"figure","line":13,"name":"decay"}"#
      ),
      (
        .value(index: 1, text: "1"), .cell(index: 0, outputStart: 0),
        #"{"change":"gone","file":"lessons/01.md","kind":"value","name":"b"}"#
      ),
      (
        .end(engine: "1"), .end(engine: "2"),
        #"{"change":"differs","from":"1","kind":"engine","to":"2"}"#
      ),
    ] as [(Record, Record, String)])
  func everyKindHasItsObject(_ old: Record, _ new: Record, json: String) {
    #expect(Sample.json(from: [old], to: [new]) == json + "\n")
  }
}
