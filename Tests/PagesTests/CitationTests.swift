import Lessons
import Pages
import Testing

/// Citations, and the list of the works that a page cites.
@Suite struct CitationTests {
  @Test func citationsLinkToTheListOfWorks() throws {
    let measured = [try sample("Said [@glorot2010, p. 3; @he2015].")]
    var course = course(measured)
    var glorot = CitedWork(id: "glorot2010")
    glorot.authors = [
      CitedWork.Author(family: "Glorot", given: "X."),
      CitedWork.Author(family: "Bengio", given: "Y."),
    ]
    glorot.title = "Difficulty & depth"
    glorot.year = "2010"
    glorot.doi = "10.1/a<b"
    var he = CitedWork(id: "he2015")
    he.authors = ["He", "Zhang", "Ren"].map { CitedWork.Author(family: $0, given: "") }
    he.year = "2015"
    course.works = [he, glorot]
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(
      page.contains(
        """
        Said (<a href="#cite-glorot2010">Glorot and Bengio 2010</a>, p. 3; \
        <a href="#cite-he2015">He et al. 2015</a>).
        """))
    #expect(
      page.contains(
        """
        <li id="cite-glorot2010">X. Glorot and Y. Bengio. <cite>Difficulty &amp; depth</cite>. 2010. \
        <a href="https://doi.org/10.1/a%3Cb">doi:10.1/<wbr>a&lt;b</a></li>
        """))
    // In the margin they float next to the paragraph and the text after it.
    #expect(
      page.contains("<div class=\"aside\" role=\"note\">\n<p class=\"sidework\">X. Glorot"))
    #expect(page.contains("2015.</p>\n</div>\n<p>Said ("))
  }

  @Test func worksOfTheSameYearAreDisambiguated() throws {
    let measured = [try sample("He [-@first] and [@second; -@third; -@undated].")]
    var course = course(measured)
    course.works = [("first", "2016"), ("second", "2016"), ("third", "2017"), ("undated", "")]
      .map { id, year in
        var work = CitedWork(id: id)
        work.authors = [CitedWork.Author(family: "He", given: "K.")]
        work.title = id
        work.year = year
        return work
      }
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(
      page.contains(
        """
        He (<a href="#cite-first">2016a</a>) and (<a href="#cite-second">He 2016b</a>; \
        <a href="#cite-third">2017</a>; <a href="#cite-undated">He</a>).
        """))
    #expect(page.contains("K. He. <cite>second</cite>. 2016b."))
  }

  @Test func moreThanThreeWorksAreNotShownInTheMargin() throws {
    func margins(_ names: [String]) throws -> Int {
      let keys = names.map { "@\($0)" }.joined(separator: "; ")
      let measured = [try sample("Said [\(keys)].")]
      var course = course(measured)
      course.works = names.map { CitedWork(id: $0) }
      let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
      let page = try #require(site.files.first { $0.path == "01-one.html" }).text
      #expect(page.matches(of: /<li id="cite-/).count == names.count)
      return page.matches(of: /class="sidework"/).count
    }
    #expect(try margins(["a", "b", "c"]) == 3)
    #expect(try margins(["a", "b", "c", "d"]) == 0)
  }

  @Test(
    arguments: [
      (
        "https://arxiv.org/abs/1211.5063",
        "<a href=\"https://arxiv.org/abs/1211.5063\">arXiv:1211.5063</a>"
      ),
      (
        "https://www.a.org/b/c.html",
        "<a class=\"address\" href=\"https://www.a.org/b/c.html\">a.org/<wbr>b/<wbr>c.html</a>"
      ),
    ])
  func addressesOfWorksAreShortened(_ url: String, _ expected: String) throws {
    let measured = [try sample("Said [@he].")]
    var course = course(measured)
    var work = CitedWork(id: "he")
    work.authors = [CitedWork.Author(family: "He", given: "")]
    work.title = "Why deep?"
    work.year = "2015"
    work.url = url
    course.works = [work]
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(
      page.contains("<li id=\"cite-he\">He. <cite>Why deep?</cite> 2015. \(expected)</li>"))
  }
}
